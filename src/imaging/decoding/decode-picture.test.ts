import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decodePicture } from './decode-picture.ts';
import { watchChildren } from './testing/watch-children.ts';

const children = watchChildren();
const pixels = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9, 99, 99, 99, 200, 100, 50]);
const colour = sharp(pixels, { raw: { width: 3, height: 2, channels: 3 } });

test('reads every format it promises, by its bytes', async () => {
  const lossless = [
    colour.clone().png(),
    colour.clone().webp({ lossless: true }),
    colour.clone().tiff({ compression: 'lzw' }),
  ];
  const size = { width: 3, height: 2, channels: 3 };
  for (const form of lossless) {
    const picture = await decodePicture(await form.toBuffer());
    expect(picture).toEqual({ ...size, pixels: new Uint8Array(pixels) });
  }
  // Both round the colours.
  const gif = await decodePicture(await colour.clone().gif().toBuffer());
  expect(gif).toMatchObject(size);
  for (const [at, value] of gif.pixels.entries()) expect(value).toBeCloseTo(pixels[at]!, -1);
  const jpeg = await decodePicture(await colour.clone().jpeg().toBuffer());
  expect(jpeg).toMatchObject(size);
});

test('grey comes as grey, 16 bits of it from the darkest to the brightest', async () => {
  const grey = { raw: { width: 4, height: 1, channels: 1 } } as const;
  const shallow = await sharp(Buffer.from([0, 10, 200, 255]), grey)
    .toColourspace('b-w')
    .png();
  expect(await decodePicture(await shallow.toBuffer())).toEqual({
    ...{ width: 4, height: 1, channels: 1 },
    pixels: Uint8Array.of(0, 10, 200, 255),
  });
  const deep = sharp(Uint16Array.of(1000, 1000, 2000, 3000), grey)
    .toColourspace('grey16')
    .png();
  expect(await decodePicture(await deep.toBuffer())).toEqual({
    ...{ width: 4, height: 1, channels: 1 },
    pixels: Uint8Array.of(0, 0, 128, 255),
  });
});

test('turns a picture as its camera says, and puts it on black where it is transparent', async () => {
  const turned = await colour.clone().png().withMetadata({ orientation: 6 }).toBuffer();
  expect(await decodePicture(turned)).toMatchObject({ width: 2, height: 3 });
  const clear = sharp({ create: { width: 1, height: 1, channels: 4, background: '#ffffff00' } });
  const { pixels: seen } = await decodePicture(await clear.png().toBuffer());
  expect([...seen]).toEqual([0, 0, 0]);
});

test('brings it to a size where one is asked for', async () => {
  const wide = await colour.clone().resize(300, 200).png().toBuffer();
  const inside = { width: 30, height: 30, fit: 'inside' } as const;
  expect(await decodePicture(wide, { size: inside })).toMatchObject({ width: 30, height: 20 });
  const contain = { ...inside, fit: 'contain' } as const;
  expect(await decodePicture(wide, { size: contain })).toMatchObject({ width: 30, height: 30 });
});

test('pictures one after the other are decoded by the same process', async () => {
  const bytes = await colour.clone().png().toBuffer();
  await decodePicture(bytes);
  const before = children.length;
  for (let i = 0; i < 5; i++) await decodePicture(bytes);
  expect(children.length).toBe(before);
  await Promise.all(Array.from({ length: 12 }, () => decodePicture(bytes)));
  expect(children.length).toBeLessThanOrEqual(before + 1);
});
