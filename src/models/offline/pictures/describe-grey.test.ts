import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { productFolder } from '../../../config/index.ts';
import { describeGrey } from './describe-grey.ts';
import type { GreyPicture } from './grey-picture.ts';

const guide = path.join(productFolder, 'sample/lumbar-guide/figures');
const figures = readdirSync(guide).map(name => readFileSync(path.join(guide, name)));

/** A dark picture with a bright, wavy column of blocks: something like a spine, none of any. */
function column(width: number, height: number, bend = 0.1, bright = 200): GreyPicture {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const middle = 0.5 + bend * Math.sin(v * 5);
      const isBody = Math.abs(u - middle) < 0.12 && (v * 7) % 1 < 0.75;
      pixels[y * width + x] = isBody ? bright : 20 + 30 * Math.abs(u - 0.5);
    }
  }
  return { width, height, pixels };
}

function alike(a: GreyPicture, b: GreyPicture): number {
  const [p, q] = [describeGrey(a), describeGrey(b)];
  return p.reduce((sum, value, at) => sum + value * q[at]!, 0);
}

async function grey(picture: Sharp): Promise<GreyPicture> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

test('is a point of length 1 with several hundred coordinates, the same every time', () => {
  const point = describeGrey(column(90, 160));
  expect(point.length).toBeGreaterThanOrEqual(512);
  expect(point.length).toBeLessThanOrEqual(1000);
  expect(Math.hypot(...point)).toBeCloseTo(1, 5);
  expect(describeGrey(column(90, 160))).toEqual(point);
});

test('size, brightness and bars around it change little', () => {
  const picture = column(180, 320);
  expect(alike(picture, column(90, 160))).toBeGreaterThan(0.97);
  expect(alike(picture, column(450, 800))).toBeGreaterThan(0.97);
  const darker = { ...picture, pixels: picture.pixels.map(value => value * 0.5) };
  expect(alike(picture, darker)).toBeGreaterThan(0.97);
  const lifted = { ...picture, pixels: picture.pixels.map(value => 40 + value * 0.8) };
  expect(alike(picture, lifted)).toBeGreaterThan(0.97);
  const barred = new Uint8Array(320 * 320);
  for (let y = 0; y < 320; y++) {
    barred.set(picture.pixels.subarray(y * 180, (y + 1) * 180), y * 320 + 70);
  }
  expect(alike(picture, { width: 320, height: 320, pixels: barred })).toBeGreaterThan(0.95);
});

test('a lossy copy of a figure stays nearer to it than any other figure', async () => {
  const originals = await Promise.all(figures.map(bytes => grey(sharp(bytes))));
  for (const [at, bytes] of figures.entries()) {
    const small = await sharp(bytes).resize(300).jpeg({ quality: 40 }).toBuffer();
    const copy = await grey(sharp(small));
    const likeness = originals.map(original => alike(original, copy));
    const others = likeness.toSpliced(at, 1);
    expect(likeness[at]).toBeGreaterThan(0.9);
    expect(likeness[at]).toBeGreaterThan(Math.max(...others) + 0.1);
  }
});

test('another kind of picture is far away', async () => {
  const drawing = await grey(sharp(figures[0]!));
  const scan = column(200, 300);
  const noise = { width: 64, height: 64, pixels: new Uint8Array(4096) };
  for (let at = 0, state = 7; at < 4096; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise.pixels[at] = state >>> 24;
  }
  const near = alike(scan, column(200, 300, 0.08));
  for (const other of [drawing, noise]) expect(alike(scan, other)).toBeLessThan(near - 0.3);
});

test('light on the left is not light on the right', () => {
  const ramp = (turn: (x: number) => number) => ({
    ...{ width: 64, height: 64 },
    pixels: Uint8Array.from({ length: 4096 }, (_, at) => turn(4 * (at % 64))),
  });
  expect(
    alike(
      ramp(Number),
      ramp(x => 252 - x),
    ),
  ).toBeLessThan(0.6);
});

test('a picture of one colour, of one pixel or of one row has a place too', () => {
  for (const [width, height] of [
    [40, 30],
    [1, 1],
    [500, 1],
  ] as const) {
    const even = { width, height, pixels: new Uint8Array(width * height).fill(9) };
    const point = describeGrey(even);
    expect(Math.hypot(...point)).toBeCloseTo(1, 5);
    expect(point.every(Number.isFinite)).toBe(true);
  }
  const halves = { width: 20, height: 20, pixels: new Uint8Array(400).fill(255, 200) };
  expect(describeGrey(halves).every(Number.isFinite)).toBe(true);
  expect(describeGrey(column(500, 1)).every(Number.isFinite)).toBe(true);
});
