import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeBlackPng } from '../../decoding/testing/make-png.ts';
import { fromBytes } from '../byte-source.ts';
import { makePng } from '../testing/make-png.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';

const limits = { maxBytes: 2 ** 20 };
const png = (bytes: Uint8Array) => readPng(fromBytes(bytes), limits);
const jpeg = (bytes: Uint8Array) => readJpeg(fromBytes(bytes), limits);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'read',
    error => error.code,
  );

/** The same noise each time. */
const noise = (length: number, most: number) =>
  Array.from({ length }, (_, at) => (Math.imul(at + 7, 2_654_435_761) >>> 8) % (most + 1));

const kinds = [
  ...[1, 2, 4, 8, 16].map(bits => ({ colourType: 0, channels: 1, bits })),
  ...[1, 2, 4, 8].map(bits => ({ colourType: 3, channels: 1, bits })),
  ...[8, 16].flatMap(bits => [
    { colourType: 2, channels: 3, bits },
    { colourType: 4, channels: 2, bits },
    { colourType: 6, channels: 4, bits },
  ]),
];

test('samples of every depth and colour come as they stand, interlaced or not', async () => {
  for (const { colourType, channels, bits } of kinds) {
    for (const [width, height] of [
      [1, 1],
      [3, 2],
      [9, 13],
      [33, 18],
    ] as const) {
      const samples = noise(width * height * channels, 2 ** bits - 1);
      for (const isInterlaced of [false, true]) {
        const file = makePng({ width, height, colourType, channels, bits, samples, isInterlaced });
        const picture = await png(file);
        expect(picture).toMatchObject({ size: [width, height, 1], channels, volumes: 1 });
        expect([colourType, bits, isInterlaced, [...(picture.values as Uint8Array)]]).toEqual([
          ...[colourType, bits, isInterlaced],
          samples,
        ]);
        expect(picture.values.BYTES_PER_ELEMENT).toBe(bits === 16 ? 2 : 1);
        expect(picture.notes).toEqual(colourType === 3 ? ['palette-indices'] : []);
      }
    }
  }
});

test('rows are unfiltered, whichever filter an encoder chose', async () => {
  const [width, height] = [61, 47];
  const values = Uint8Array.from(
    { length: width * height * 3 },
    (_, at) => (at * at) / 91 + at / 7,
  );
  const raw = sharp(values, { raw: { width, height, channels: 3 } });
  for (const options of [{ adaptiveFiltering: true }, { progressive: true }, {}]) {
    expect((await png(await raw.clone().png(options).toBuffer())).values).toEqual(values);
  }
});

test('what is cut, garbled or too large is told apart', async () => {
  const samples = noise(90 * 70, 255);
  const shape = { width: 90, height: 70, colourType: 0, channels: 1, bits: 8, isInterlaced: false };
  const file = makePng({ ...shape, samples });
  for (let length = 8; length < file.length; length += 97)
    expect(await codeOf(png(file.subarray(0, length)))).toBe('picture-truncated');
  const garbled = Buffer.from(file);
  garbled[100]! ^= 255;
  expect(await codeOf(png(garbled))).toBe('picture-unreadable');
  expect(await codeOf(png(makePng({ ...shape, bits: 3, samples })))).toBe('picture-unreadable');
  expect(await codeOf(png(makePng({ ...shape, width: 0, samples: [] })))).toBe(
    'picture-unreadable',
  );
  // Fewer rows than it says.
  expect(await codeOf(png(makePng({ ...shape, height: 9, samples: samples.slice(0, 90) })))).toBe(
    'picture-truncated',
  );
  expect(await codeOf(png(makeBlackPng(20_000, 20_000)))).toBe('picture-too-large');
});

test('a JPEG gives what its decoder does: grey, colour or inks, not turned, no profile applied', async () => {
  const values = Uint8Array.from({ length: 40 * 30 * 3 }, (_, at) => (at * 5) % 256);
  const colour = sharp(values, { raw: { width: 40, height: 30, channels: 3 } });
  const turned = await colour.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const picture = await jpeg(turned);
  expect(picture).toMatchObject({
    ...{ size: [40, 30, 1], channels: 3, notes: ['turn-not-applied'], orientation: null },
  });
  const grey = await jpeg(await colour.clone().toColourspace('b-w').jpeg().toBuffer());
  expect(grey).toMatchObject({ channels: 1, notes: [] });
  const inks = await jpeg(await colour.clone().toColourspace('cmyk').jpeg().toBuffer());
  expect(inks.channels).toBe(4);
});

test('what a profile says of the colours of a JPEG changes no value', async () => {
  const values = Uint8Array.from({ length: 40 * 30 * 3 }, (_, at) => (at * 5) % 256);
  const profiled = await sharp(values, { raw: { width: 40, height: 30, channels: 3 } })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const start = profiled.indexOf(Buffer.from([0xff, 0xe2]));
  const end = start + 2 + profiled.readUInt16BE(start + 2);
  const bare = Buffer.concat([profiled.subarray(0, start), profiled.subarray(end)]);
  expect((await jpeg(profiled)).values).toEqual((await jpeg(bare)).values);
});

test('a JPEG that is cut, garbled, too large or of another kind is told apart', async () => {
  const values = Uint8Array.from({ length: 90 * 70 }, (_, at) => (at * 5) % 256);
  const file = await sharp(values, { raw: { width: 90, height: 70, channels: 1 } })
    .jpeg()
    .toBuffer();
  expect(await codeOf(jpeg(file))).toBe('read');
  for (const share of [0.01, 0.1, 0.5, 0.9])
    expect(await codeOf(jpeg(file.subarray(0, file.length * share)))).toBe('picture-truncated');
  const frame = file.findIndex((byte, at) => byte === 0xff && file[at + 1] === 0xc0);
  const changed = (at: number, ...bytes: number[]) => {
    const copy = Buffer.from(file);
    copy.set(bytes, frame + at);
    return codeOf(jpeg(copy));
  };
  expect(await changed(1, 0xc3)).toBe('picture-unsupported');
  expect(await changed(4, 12)).toBe('picture-unsupported');
  expect(await changed(5, 0xff, 0xff, 0xff, 0xff)).toBe('picture-too-large');
  expect(await changed(5, 0, 0)).toBe('picture-unreadable');
  expect(await codeOf(jpeg(Buffer.from([0xff, 0xd8, 0xff, 0xd9])))).toBe('picture-truncated');
});
