import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeError } from '../../../../errors/index.ts';
import { makeDicom, type TestElement } from '../testing/make-dicom.ts';
import { makePicture } from '../testing/make-picture.ts';
import { EXPLICIT_LITTLE, IMPLICIT_LITTLE } from '../transfer-syntaxes.ts';
import { readDicomHeader } from './read-header.ts';
import { readDicomHeaderFile } from './read-header-file.ts';

const base = {
  ...{ syntax: EXPLICIT_LITTLE, rows: 2, columns: 3, bitsAllocated: 16, bitsStored: 12 },
  ...{ signed: true, pixels: new Uint8Array(12) },
};
const headerOf = (more: readonly TestElement[], options = {}) =>
  readDicomHeader(makePicture({ ...base, more, ...options }));
const words = (...numbers: number[]) => new Uint8Array(Uint16Array.from(numbers).buffer);

test('says what a CT slice says of itself', () => {
  const header = headerOf([
    [0x00080005, 'CS', 'ISO_IR 192'],
    [0x00080008, 'CS', 'ORIGINAL\\PRIMARY\\AXIAL'],
    [0x00080060, 'CS', 'CT'],
    [0x0008103e, 'LO', Buffer.from('腰椎 1mm')],
    [0x00180015, 'CS', 'LSPINE'],
    [0x00180050, 'DS', '1.25'],
    [0x00180088, 'DS', '-0.8'],
    [0x00181120, 'DS', '-12.5'],
    [0x00185100, 'CS', 'HFS'],
    [0x00200011, 'IS', '4'],
    [0x00200013, 'IS', '17'],
    [0x00200032, 'DS', '-100.5\\-80\\1200.25'],
    [0x00200037, 'DS', '1\\0\\0\\0\\0.8\\0.6'],
    [0x00200052, 'UI', '2.25.9'],
    [0x00280030, 'DS', '0.5\\0.4'],
    [0x00280120, 'SS', -2000],
    [0x00281050, 'DS', '40\\400'],
    [0x00281051, 'DS', '350\\2000'],
    [0x00281052, 'DS', '-1024'],
    [0x00281053, 'DS', '2'],
    [0x60000010, 'US', 4],
  ]);
  expect(header).toMatchObject({
    ...{ modality: 'CT', seriesDescription: '腰椎 1mm', bodyPart: 'LSPINE', gantryTiltDeg: -12.5 },
    ...{
      seriesNumber: 4,
      instanceNumber: 17,
      patientPosition: 'HFS',
      frameOfReferenceUid: '2.25.9',
    },
    ...{ imageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'], isLossy: false },
    image: {
      ...{ rows: 2, columns: 3, frames: 1, samples: 1, bitsStored: 12, highBit: 11, signed: true },
      ...{ padding: [-2000, -2000], ignored: ['overlays'], perFrame: [] },
      shared: {
        positionMm: [-100.5, -80, 1200.25],
        directions: [
          [1, 0, 0],
          [0, 0.8, 0.6],
        ],
        pixelSpacingMm: [0.5, 0.4],
        ...{ sliceThicknessMm: 1.25, sliceSpacingMm: -0.8 },
        rescale: { slope: 2, intercept: -1024 },
        windows: [
          { center: 40, width: 350 },
          { center: 400, width: 2000 },
        ],
      },
    },
  });
  expect(JSON.stringify(header)).not.toContain('TEST^CASE');
});

test('says of each frame of an enhanced file what differs, and of all what they share', () => {
  const group = (tag: number, elements: TestElement[]): TestElement => [tag, 'SQ', [elements]];
  const frame = (z: number, intercept: number): TestElement[] => [
    group(0x00209113, [[0x00200032, 'DS', `0\\0\\${z}`]]),
    group(0x00289145, [
      [0x00281052, 'DS', `${intercept}`],
      [0x00281053, 'DS', '1'],
    ]),
    group(0x00209111, [
      [0x00209056, 'SH', '1'],
      [0x00209057, 'UL', z],
    ]),
    group(0x00189117, [[0x00189087, 'FD', 800]]),
  ];
  const { image } = headerOf(
    [
      [
        0x52009229,
        'SQ',
        [
          [
            group(0x00209116, [[0x00200037, 'DS', '0\\1\\0\\0\\0\\-1']]),
            group(0x00289110, [
              [0x00280030, 'DS', '0.7\\0.7'],
              [0x00180050, 'DS', '3'],
            ]),
            group(0x00289132, [
              [0x00281050, 'DS', '300'],
              [0x00281051, 'DS', '600'],
            ]),
          ],
        ],
      ],
      [0x52009230, 'SQ', [frame(5, 0), frame(8, -10)]],
    ],
    { frames: 2, pixels: new Uint8Array(24) },
  );
  expect(image!.perFrame).toMatchObject([
    {
      positionMm: [0, 0, 5],
      rescale: { intercept: 0 },
      stack: '1',
      inStackPosition: 5,
      bValue: 800,
    },
    { positionMm: [0, 0, 8], rescale: { intercept: -10 }, pixelSpacingMm: [0.7, 0.7] },
  ]);
  for (const each of image!.perFrame) {
    expect(each).toMatchObject({
      directions: [
        [0, 1, 0],
        [0, 0, -1],
      ],
      sliceThicknessMm: 3,
      windows: [{ center: 300, width: 600 }],
    });
  }
});

test('reads tables: of modality, and of colours, plain or in segments', () => {
  const table: TestElement = [
    0x00283000,
    'SQ',
    [
      [
        [0x00283002, 'SS', [4, -2, 16]],
        [0x00283006, 'OW', words(0, 100, 200, 65_535)],
      ],
    ],
  ];
  // Two values as they are, a line of three up to 40, and both again.
  const segments = words(0, 2, 7, 9, 1, 3, 39, 2, 2, 0, 0);
  const { image } = headerOf([
    table,
    [0x00281101, 'US', [4, 10, 16]],
    [0x00281102, 'US', [4, 10, 8]],
    [0x00281103, 'US', [10, 10, 16]],
    [0x00281201, 'OW', words(1, 2, 3, 40_000)],
    [0x00281202, 'OW', Uint8Array.of(1, 2, 3, 250)],
    [0x00281223, 'OW', segments],
  ]);
  expect(image!.modalityTable).toEqual({
    ...{ first: -2, bits: 16, entries: Uint16Array.of(0, 100, 200, 65_535) },
  });
  expect(image!.palette!.map(({ entries }) => [...entries])).toEqual([
    [1, 2, 3, 40_000],
    [1, 2, 3, 250],
    [7, 9, 19, 29, 39, 7, 9, 19, 29, 39],
  ]);
});

test('a table that is not whole is none', () => {
  const { image } = headerOf([
    [0x00281101, 'US', [4, 0, 16]],
    [0x00281201, 'OW', words(1)],
    [0x00281102, 'US', [4, 0, 16]],
    [0x00281202, 'OW', words(1, 2, 3, 4)],
    [0x00281103, 'US', [9, 0, 16]],
    [0x00281223, 'OW', words(2, 60_000, 0, 0)],
  ]);
  expect(image!.palette).toBeNull();
});

test('knows what has been through loss', () => {
  const lossy = (syntax: string, flag?: string) =>
    headerOf(flag ? [[0x00282110, 'CS', flag]] : [], { syntax }).isLossy;
  const jpeg = '1.2.840.10008.1.2.4.50';
  const jpeg2000 = '1.2.840.10008.1.2.4.91';
  expect([lossy(EXPLICIT_LITTLE), lossy(EXPLICIT_LITTLE, '01')]).toEqual([false, true]);
  expect([lossy(jpeg), lossy(jpeg, '00')]).toEqual([true, true]);
  expect([lossy(jpeg2000), lossy(jpeg2000, '00')]).toEqual([true, false]);
});

test('a file without pixels has a header and no picture', () => {
  const report = makeDicom({ syntax: IMPLICIT_LITTLE, elements: [[0x00080060, 'CS', 'SR']] });
  expect(readDicomHeader(report)).toMatchObject({ modality: 'SR', image: null });
});

test('an error names what is wrong and nothing that it read', () => {
  for (const [more, name] of [
    [[[0x00280010, 'LO', 'Doe^John']], 'rows'],
    [[[0x00280002, 'US', 77]], 'samples'],
    [[[0x00280100, 'US', 0]], 'bits allocated'],
  ] as const) {
    const said = (() => {
      try {
        return headerOf(more);
      } catch (error) {
        return describeError(error);
      }
    })();
    expect(said).toBe(`dicom-invalid: a DICOM file has no usable ${name}.`);
  }
});

test('reads no more of a file than its head, however long that is', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-dicom-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'large.dcm');
  const more = [[0x00091001, 'OB', new Uint8Array(300_000)]] as const;
  writeFileSync(file, makePicture({ ...base, more, frames: 1000 }));
  // Holes take no room on the disk, but reading them would take minutes.
  truncateSync(file, 2 ** 40);
  expect((await readDicomHeaderFile(file)).image).toMatchObject({ rows: 2, frames: 1000 });
  writeFileSync(file, makePicture({ ...base, more }).subarray(0, 200_000));
  await expect(readDicomHeaderFile(file)).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-cut' }),
  );
});
