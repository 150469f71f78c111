import { expect, test } from 'vitest';
import { fromBytes } from '../readers/byte-source.ts';
import { readNifti } from '../readers/nifti/read-nifti.ts';
import { readPng } from '../readers/raster/read-png.ts';
import { makeNifti } from '../readers/testing/make-nifti.ts';
import { makePng } from '../readers/testing/make-png.ts';
import { volumeOfPicture } from './volume-of-picture.ts';

const limits = { maxBytes: 2 ** 20 };
const nifti = (settings: Parameters<typeof makeNifti>[0]) =>
  readNifti(fromBytes(makeNifti(settings)[0]!), limits);

test('a volume stands on the values that were read; of several the first, or another', async () => {
  const values = Int16Array.from({ length: 24 }, (_, at) => at);
  const picture = await nifti({ values, dims: [2, 2, 2, 3], slope: 2, intercept: 1 });
  const first = volumeOfPicture(picture);
  expect(first).toMatchObject({ values: values.slice(0, 8), rescale: { slope: 2, intercept: 1 } });
  expect(first.values.buffer).toBe(picture.values.buffer);
  expect(first.grid).toBe(picture.grid);
  expect(volumeOfPicture(picture, 2).values).toEqual(values.slice(16));
  expect(() => volumeOfPicture(picture, 3)).toThrow(RangeError);
});

test('64-bit integers are taken where nothing of them is lost', async () => {
  const labels = await nifti({ values: BigInt64Array.of(-3n, 20n), dims: [2] });
  expect(volumeOfPicture(labels).values).toEqual(Float64Array.of(-3, 20));
  const huge = await nifti({ values: BigUint64Array.of(2n ** 60n, 1n), dims: [2] });
  expect(() => volumeOfPicture(huge)).toThrow('past 2^53');
});

test('a plain picture lies nowhere; one in colour is no volume', async () => {
  const shape = { width: 2, height: 1, bits: 8, isInterlaced: false };
  const read = (colourType: number, channels: number, samples: number[]) =>
    readPng(fromBytes(makePng({ ...shape, colourType, channels, samples })), limits);
  const grey = volumeOfPicture(await read(0, 1, [7, 9]));
  expect(grey).toMatchObject({ values: Uint8Array.of(7, 9), modality: null });
  expect(grey.grid).toMatchObject({ size: [2, 1, 1], spacingMm: [1, 1, 1], originMm: [0, 0, 0] });
  const colour = await read(2, 3, [1, 2, 3, 4, 5, 6]);
  expect(() => volumeOfPicture(colour)).toThrow('in colour');
});
