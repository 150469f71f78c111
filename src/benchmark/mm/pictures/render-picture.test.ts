import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSeries } from '../../../imaging/slices/testing/write-volume.ts';
import { renderPicture } from './render-picture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-render-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);
const [width, height] = [150, 90];
const noise = (column: number, row: number) => ((column * 7919 + row * 104_729) % 397) - 160;

async function render(name: string, longestPixels: number): Promise<Buffer> {
  const signal = new AbortController().signal;
  const made = await renderPicture({ file: at(name), sha256: null, longestPixels }, signal);
  if ('reason' in made) throw new Error(made.code);
  return made;
}

beforeAll(async () => {
  writeSeries(folder, [width, height, 1], noise, { nameOf: () => 'slice.dcm' });
  const data = await sharp(await render('slice.dcm', 1024))
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const grey = sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
  writeFileSync(at('grey.png'), await grey.clone().png({ compressionLevel: 9 }).toBuffer());
  const three = new Uint8Array([...data].flatMap(value => [value, value, value]));
  const colours = (pixels: Uint8Array) => sharp(pixels, { raw: { width, height, channels: 3 } });
  writeFileSync(at('three.png'), await colours(three).png().toBuffer());
  three[3 * 1000]! ^= 1;
  writeFileSync(at('tinted.png'), await colours(three).png().toBuffer());
});

test.each([1024, 64])('the same pixels are the same bytes, from whichever file: %i', async px => {
  const slice = await render('slice.dcm', px);
  expect((await sharp(slice).metadata()).width).toBe(Math.min(px, width));
  for (const name of ['grey.png', 'three.png'])
    expect((await render(name, px)).equals(slice)).toBe(true);
});

test('one value off in one channel is another picture, in colour', async () => {
  const tinted = await render('tinted.png', 1024);
  expect((await sharp(tinted).metadata()).channels).toBe(3);
  expect(tinted.equals(await render('slice.dcm', 1024))).toBe(false);
});
