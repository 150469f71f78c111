import { expect, test } from 'vitest';
import { fromBytes } from './byte-source.ts';
import type { TestElement } from './dicom/testing/make-dicom.ts';
import { makePicture } from './dicom/testing/make-picture.ts';
import { readDicomPicture } from './dicom-picture.ts';

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
const limits = { maxBytes: 2 ** 20 };
const values = Int16Array.from({ length: 24 }, (_, at) => at * 100 - 700);

const make = (more: TestElement[], frames = 1) =>
  makePicture({
    ...{ syntax: EXPLICIT_LITTLE, columns: 4, rows: 6 / frames, frames, bitsAllocated: 16 },
    ...{ signed: true, pixels: new Uint8Array(values.buffer), more },
  });
const read = (file: Uint8Array, nth?: number) =>
  readDicomPicture(fromBytes(file), { ...limits, nth });

const sagittal: TestElement = [0x00200037, 'DS', '0\\1\\0\\0\\0\\-1'];
const position: TestElement = [0x00200032, 'DS', '10\\20\\30'];
const spacing: TestElement = [0x00280030, 'DS', '0.5\\0.25'];
const thickness: TestElement = [0x00180050, 'DS', '4'];
const detector: TestElement = [0x00181164, 'DS', '0.2\\0.1'];

test('one slice: columns before rows, as far apart as it says', async () => {
  const rescale: TestElement[] = [
    [0x00281052, 'DS', '-1024'],
    [0x00281053, 'DS', '2'],
    [0x00281050, 'DS', '40\\300'],
    [0x00281051, 'DS', '400\\1500'],
  ];
  const file = make([sagittal, position, spacing, thickness, ...rescale]);
  const picture = await read(file);
  expect(picture).toMatchObject({
    ...{ format: 'dicom', modality: 'OT', size: [4, 6, 1], volumes: 1, channels: 1, values },
    ...{ spacingMm: [0.25, 0.5, 4], orientation: 'PIR', transferSyntax: EXPLICIT_LITTLE },
    ...{ rescale: { slope: 2, intercept: -1024 }, window: { center: 40, width: 400 }, notes: [] },
    grid: {
      size: [4, 6, 1],
      originMm: [10, 20, 30],
      directions: [
        [0, 1, 0],
        [0, 0, -1],
        [-1, 0, 0],
      ],
    },
  });
});

test('what is not said is null; at the detector is not in the patient', async () => {
  expect(await read(make([]))).toMatchObject({ spacingMm: null, orientation: null, grid: null });
  const film = await read(make([detector]));
  expect(film).toMatchObject({ spacingMm: [0.1, 0.2, null], notes: ['spacing-at-detector'] });
  const unplaced = await read(make([sagittal, spacing]));
  expect(unplaced).toMatchObject({ spacingMm: [0.25, 0.5, null], orientation: 'PIR', grid: null });
});

test('more bits stored than allocated are noted, and all that there are are read', async () => {
  const wide: TestElement[] = [
    [0x00280101, 'US', 40],
    [0x00280102, 'US', 39],
  ];
  expect(await read(make(wide))).toMatchObject({ values, notes: ['bits-beyond-allocated'] });
  expect((await read(make([[0x00280101, 'US', 16]]))).notes).toEqual([]);
});

/** Frames at these places along the patient's left. */
function enhanced(...leftMm: number[]): Buffer {
  const frames = leftMm.map((left): TestElement[] => [
    [0x00209113, 'SQ', [[[0x00200032, 'DS', `${left}\\20\\30`]]]],
  ]);
  const shared: TestElement[] = [
    [0x00209116, 'SQ', [[sagittal]]],
    [0x00289110, 'SQ', [[spacing, thickness]]],
  ];
  const groups: TestElement[] = [
    [0x52009229, 'SQ', [shared]],
    [0x52009230, 'SQ', frames],
  ];
  return make(groups, leftMm.length);
}

test('frames that stand one behind the other are a volume, in the order that they have', async () => {
  const volume = await read(enhanced(10, 7, 4));
  expect(volume).toMatchObject({
    size: [4, 2, 3],
    volumes: 1,
    spacingMm: [0.25, 0.5, 3],
    orientation: 'PIR',
  });
  expect(volume.grid).toMatchObject({ size: [4, 2, 3], spacingMm: [0.25, 0.5, 3] });
  const backwards = await read(enhanced(4, 7, 10));
  expect([backwards.orientation, backwards.grid!.directions[2][0]]).toEqual(['PIL', 1]);
  const uneven = await read(enhanced(4, 7, 12));
  expect(uneven).toMatchObject({ spacingMm: [0.25, 0.5, 3], grid: null });
  // Of one place, as frames of time are.
  const still = await read(enhanced(4, 4, 4));
  expect(still).toMatchObject({ spacingMm: [0.25, 0.5, 4], grid: null });
});

test('one frame of several is read alone', async () => {
  const second = await read(enhanced(10, 7, 4), 1);
  expect(second).toMatchObject({
    size: [4, 2, 1],
    values: values.slice(8, 16),
    notes: ['one-of-several'],
  });
  await expect(read(enhanced(10, 7, 4), 3)).rejects.toMatchObject({ code: 'dicom-invalid' });
});
