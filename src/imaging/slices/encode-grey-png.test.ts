import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodeGreyPng } from './encode-grey-png.ts';

test.each([
  [1, 1],
  [7, 5],
  [300, 200],
])('%i × %i pixels come back as they were', async (width, height) => {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => (at * at * 31 + at) % 256);
  const png = await encodeGreyPng(pixels, width, height);
  const { data, info } = await sharp(png)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width, height, channels: 1 });
  expect(new Uint8Array(data)).toEqual(pixels);
});
