import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { pointAtIndex } from '../geometry/index.ts';
import { readPictureFile } from '../readers/read-picture-file.ts';
import { missingOracle, runOracle } from '../readers/testing/python-oracle.ts';
import type { Volume } from '../volume/volume.ts';
import { encodeDicom } from './encode-dicom.ts';
import { encodeMetaImage } from './encode-metaimage.ts';
import { encodeNifti, encodeNiftiGz } from './encode-nifti.ts';
import { encodePicture } from './encode-picture.ts';

const turned = (degrees: number): Grid['directions'] => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [
    [1, 0, 0],
    [0, c, s],
    [0, -s, c],
  ];
};
const [left, right, back, up, down] = [
  ...([
    [1, 0, 0],
    [-1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ] as const),
] as const;
const orientations: Record<string, Grid['directions']> = {
  axial: [left, back, up],
  sagittal: [back, down, right],
  coronal: [left, down, back],
  turned: turned(23),
  halfTurn: [right, [0, -1, 0], up],
};

const size = [5, 7, 3] as const;

function volumeOf(directions: Grid['directions'], values: Volume['values']): Volume {
  const grid: Grid = {
    size,
    directions,
    spacingMm: [0.7, 0.9, 4.4],
    originMm: [-30.25, 17.5, 210.125],
  };
  const window = { center: 40, width: 400 };
  return { grid, values, rescale: { slope: 1, intercept: 0 }, window, modality: 'CT' };
}

const signed = Int16Array.from({ length: 105 }, (_, at) => at * 31 - 1024);
const header = {
  patientId: 'phantom-000001',
  sex: 'F',
  ageYears: 61,
  bodyPart: 'LSPINE',
  seriesNumber: 1,
  description: 'a series',
} as const;

const corners: Vector[] = [
  [0, 0, 0],
  [4, 0, 0],
  [0, 6, 0],
  [0, 0, 2],
];

function expectSamePlaces(read: Grid, wrote: Grid): void {
  for (const corner of corners) {
    const [is, should] = [pointAtIndex(read, corner), pointAtIndex(wrote, corner)];
    for (const axis of [0, 1, 2] as const) expect(is[axis]).toBeCloseTo(should[axis], 4);
  }
}

test.for(Object.keys(orientations))(
  'NIfTI and MetaImage come back as they were: %s',
  async name => {
    const volume = volumeOf(orientations[name]!, signed);
    const files = [encodeNifti(volume), await encodeNiftiGz(volume), await encodeMetaImage(volume)];
    for (const file of files) {
      const read = await readPictureFile(file);
      expect(Array.from(read.values as Int16Array)).toEqual(Array.from(signed));
      expectSamePlaces(read.grid!, volume.grid);
    }
  },
);

test('a left-handed grid comes back as it was', async () => {
  const volume = volumeOf([left, back, down], signed);
  for (const file of [encodeNifti(volume), await encodeMetaImage(volume)]) {
    expectSamePlaces((await readPictureFile(file)).grid!, volume.grid);
  }
});

test.for(Object.keys(orientations))('DICOM comes back as it was: %s', async name => {
  const volume = volumeOf(orientations[name]!, signed);
  const files = await encodeDicom(volume, header);
  expect(files.map(file => file.name)).toEqual(['0001.dcm', '0002.dcm', '0003.dcm']);
  for (const [slice, { bytes }] of files.entries()) {
    const read = await readPictureFile(bytes);
    expect(Array.from(read.values as Int16Array)).toEqual(
      Array.from(signed.subarray(35 * slice, 35 * slice + 35)),
    );
    for (const [i, j] of [
      [0, 0],
      [4, 0],
      [0, 6],
    ] as const) {
      const [is, should] = [
        pointAtIndex(read.grid!, [i, j, 0]),
        pointAtIndex(volume.grid, [i, j, slice]),
      ];
      for (const axis of [0, 1, 2] as const) expect(is[axis]).toBeCloseTo(should[axis], 4);
    }
  }
});

test('the same volume gives the same bytes, another patient other identifiers', async () => {
  const volume = volumeOf(orientations.axial!, signed);
  const [one, same] = [await encodeDicom(volume, header), await encodeDicom(volume, header)];
  expect(one).toEqual(same);
  const other = await encodeDicom(volume, { ...header, patientId: 'phantom-000002' });
  expect(other[0]!.instanceUid).not.toBe(one[0]!.instanceUid);
  for (const { instanceUid } of one) expect(instanceUid).toMatch(/^2\.25\.[1-9]\d{10,38}$/);
});

test('a picture has the window that its volume advises', async () => {
  const volume = volumeOf(orientations.axial!, signed);
  const read = await readPictureFile(await encodePicture(volume, { format: 'png', slice: 1 }));
  const wanted = Array.from(signed.subarray(35, 70), value =>
    Math.round(Math.min(1, Math.max(0, (value + 160) / 400)) * 255),
  );
  expect(Array.from(read.values as Int16Array)).toEqual(wanted);
});

const missing = missingOracle('nibabel', 'pydicom', 'numpy');

test.skipIf(missing)(
  `nibabel and pydicom find the same values at the same places${missing ? `: skipped, ${missing}` : ''}`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-writers-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [name, directions] of Object.entries(orientations)) {
      const volume = volumeOf(directions, signed);
      writeFileSync(path.join(folder, `${name}.nii`), encodeNifti(volume));
      for (const { name: file, bytes } of await encodeDicom(volume, header)) {
        writeFileSync(path.join(folder, `${name}-${file}`), bytes);
      }
    }
    const script = path.join(import.meta.dirname, 'testing', 'read-written.py');
    const found = runOracle<{ name: string; values: number[]; corners: Vector[]; qform: Vector[] }>(
      script,
      folder,
    );
    expect(found).toHaveLength(Object.keys(orientations).length * 2);
    for (const { name, values, corners: places, qform } of found) {
      const { grid } = volumeOf(orientations[name]!, signed);
      expect(values).toEqual(Array.from(signed));
      for (const written of [places, qform]) {
        for (const [at, corner] of corners.entries()) {
          const should = pointAtIndex(grid, corner);
          // Single precision loses the real part of a quaternion near half a turn.
          for (const axis of [0, 1, 2] as const)
            expect(written[at]![axis]).toBeCloseTo(should[axis], 2);
        }
      }
    }
  },
);
