import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalModel, openLocalModel } from './index.ts';
import { type Colour, embeddingOf, writeTinyVisionModel } from './testing/tiny-vision-model.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-local-'));
const { signal } = new AbortController();
let model: LocalModel;

beforeAll(() => {
  writeTinyVisionModel(folder);
  model = openLocalModel({ model: folder, allowDownload: false });
});
afterAll(async () => {
  await model.close();
  rmSync(folder, { recursive: true });
});

const plain = ([r, g, b]: Colour, width = 8, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: { r, g, b } } });

test('places a picture by its colour, at length 1', async () => {
  for (const colour of [
    [255, 0, 0],
    [10, 200, 90],
    [0, 0, 0],
  ] satisfies Colour[]) {
    const point = await model.embed(await plain(colour, 30, 20).png().toBuffer(), signal);
    expectNear(point, embeddingOf(colour));
    expect(Math.hypot(...point)).toBeCloseTo(1, 6);
  }
});

test('gives in a batch what it gives one by one', async () => {
  const pictures = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      plain([at * 12, 255 - at * 9, (at * 77) % 256])
        .png()
        .toBuffer(),
    ),
  );
  const alone: Float32Array[] = [];
  for (const picture of pictures) alone.push(await model.embed(picture, signal));
  const together = await Promise.all(pictures.map(picture => model.embed(picture, signal)));
  for (const [at, point] of together.entries()) expectNear(point, [...alone[at]!], 5);
});

test('a picture that gets no direction fails alone, as one that cannot be embedded', async () => {
  const place = path.join(folder, 'overflowing');
  const row = [3e38, 0, 0, 0];
  const none = [0, 0, 0, 0];
  writeTinyVisionModel(place, [row, none, none, row, none, none]);
  const odd = openLocalModel({ model: place, allowDownload: false });
  const [dim, bright] = await Promise.allSettled(
    [140, 255].map(async red => odd.embed(await plain([red, 0, 0]).png().toBuffer(), signal)),
  );
  await odd.close();
  expect(dim).toMatchObject({ status: 'fulfilled' });
  expect(bright).toMatchObject({ reason: { code: 'picture-without-direction' } });
});

test('goes on for the others when one gives up', async () => {
  const red = await plain([255, 0, 0]).png().toBuffer();
  const gone = new AbortController();
  const asked = Promise.allSettled([signal, gone.signal, signal].map(one => model.embed(red, one)));
  // By then all three are on their way to the model.
  await setImmediate();
  await setImmediate();
  gone.abort(new Error('enough'));
  const point = { status: 'fulfilled', value: await model.embed(red, signal) };
  expect(await asked).toEqual([point, { status: 'rejected', reason: new Error('enough') }, point]);
});

test('reads every usual form of the same picture alike', async () => {
  const colour: Colour = [120, 120, 120];
  const forms = [
    plain(colour).png(),
    plain(colour).png({ palette: true }),
    plain(colour).toColourspace('b-w').png(),
    plain(colour).ensureAlpha().png(),
    plain(colour).webp({ lossless: true }),
    plain(colour).webp({ quality: 90 }),
    plain(colour).jpeg({ quality: 100 }),
    plain(colour).jpeg({ quality: 100, progressive: true }),
  ];
  for (const form of forms) {
    expectNear(await model.embed(await form.toBuffer(), signal), embeddingOf(colour), 1);
  }
  expectNear(
    await model.embed(await plain(colour).ensureAlpha(0).png().toBuffer(), signal),
    embeddingOf([0, 0, 0]),
  );
});

test('stretches grey of 16 bits, of which scanners use a part', async () => {
  // 4000 of 65,535 in the upper half, in the lower half 100 as well: white, and half of it.
  const pixels = Uint16Array.from({ length: 64 }, (_, at) => (at > 31 && at % 8 < 4 ? 100 : 4000));
  const grey = sharp(pixels, { raw: { width: 8, height: 8, channels: 1 } });
  const picture = await grey.toColourspace('grey16').png().toBuffer();
  expect((await sharp(picture).metadata()).depth).toBe('ushort');
  const [whole, upper]: [Colour, Colour] = [
    [191.25, 191.25, 191.25],
    [255, 255, 255],
  ];
  expectNear(await model.embed(picture, signal), embeddingOf(whole, upper));
});

test('turns a picture as its camera says', async () => {
  // Lying on its right side as stored: what is left becomes the upper half.
  const pixels = Buffer.alloc(8 * 8 * 3);
  for (let at = 0; at < 64; at++) pixels[at * 3] = at % 8 < 4 ? 255 : 0;
  const stored = sharp(pixels, { raw: { width: 8, height: 8, channels: 3 } });
  const [whole, upper]: [Colour, Colour] = [
    [127.5, 0, 0],
    [255, 0, 0],
  ];
  const turned = await stored.withMetadata({ orientation: 6 }).png().toBuffer();
  expectNear(await model.embed(turned, signal), embeddingOf(whole, upper));
});

test('a broken picture is said to be one, and its neighbours are embedded', async () => {
  const whole = await plain([255, 0, 0]).png().toBuffer();
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256));
  const large = await sharp(noise.subarray(0, 3000), {
    raw: { width: 100, height: 10, channels: 3 },
  })
    .png()
    .toBuffer();
  const torn = large.subarray(0, large.length / 2);
  const results = await Promise.allSettled(
    [whole, torn, Buffer.from('not a picture'), whole].map(one => model.embed(one, signal)),
  );
  expect(results.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'rejected', 'rejected', 'fulfilled'],
  ]);
  for (const result of results) {
    if (result.status === 'rejected') {
      expect(result.reason).toMatchObject({ code: 'picture-unreadable', mender: 'user' });
    }
  }
});

function expectNear(point: Float32Array, expected: number[], digits = 4): void {
  expect(point).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(point[at]).toBeCloseTo(value, digits);
}
