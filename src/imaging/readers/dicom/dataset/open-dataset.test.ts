import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeDicom, type TestElement } from '../testing/make-dicom.ts';
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from '../transfer-syntaxes.ts';
import { tags } from './dataset.ts';
import { openDataset } from './open-dataset.ts';
import { readItems } from './read-items.ts';
import { readNumber, readNumbers, readString, readStrings } from './read-values.ts';

const DEFLATED = '1.2.840.10008.1.2.1.99';
const elements: TestElement[] = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
  [0x00080060, 'CS', 'CT'],
  [0x00091001, 'UN', Uint8Array.of(1, 2, 3, 4)],
  [0x00091002, 'SQ', [[[0x00091003, 'SQ', [[[0x00091004, 'LO', 'deep']], []]]]]],
  [0x00189114, 'SQ', [[[0x00189082, 'FD', 2.5]], [[0x00189082, 'FD', 5]]]],
  [0x00280010, 'US', 512],
  [0x00280030, 'DS', '0.5\\0.25'],
  [0x00280120, 'SS', -2000],
  [tags.pixels, 'OW', new Uint8Array(16)],
];

test('reads the same from every encoding, with delimiters and without, with a header or none', () => {
  for (const syntax of [IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, DEFLATED]) {
    for (const undefinedLengths of [false, true]) {
      for (const withHeader of syntax === DEFLATED ? [true] : [true, false]) {
        const file = makeDicom({ syntax, elements, undefinedLengths, withHeader });
        const { dataset, transferSyntax } = openDataset(file);
        const echoes = readItems(dataset, 0x00189114);
        const [outer] = readItems(dataset, 0x00091002);
        expect({
          transferSyntax,
          isCut: dataset.isCut,
          modality: readString(dataset, 0x00080060),
          rows: readNumber(dataset, 0x00280010, 'US'),
          spacing: readNumbers(dataset, 0x00280030, 'DS'),
          padding: readNumber(dataset, 0x00280120, 'SS'),
          echoes: echoes.map(item => readNumber(item, 0x00189082, 'FD')),
          deep: readItems(outer!, 0x00091003).map(item => readString(item, 0x00091004)),
          hasPixels: dataset.elements.has(tags.pixels),
        }).toEqual({
          ...{ transferSyntax: syntax, isCut: false, modality: 'CT', rows: 512 },
          ...{ spacing: [0.5, 0.25], padding: -2000, echoes: [2.5, 5], deep: ['deep', null] },
          hasPixels: true,
        });
      }
    }
  }
});

test('believes the elements where the header says otherwise of them', () => {
  const implicit = makeDicom({ syntax: IMPLICIT_LITTLE, elements });
  const said = Buffer.from(
    implicit.toString('latin1').replace('1.2.840.10008.1.2\0', '1.2.840.10008.1.9\0'),
    'latin1',
  );
  expect(readNumber(openDataset(said).dataset, 0x00280010, 'US')).toBe(512);
});

test('a sequence of unknown kind holds implicit elements, whatever stands around it', () => {
  const inner = makeDicom({
    ...{ syntax: IMPLICIT_LITTLE, withHeader: false },
    elements: [[0x00091004, 'LO', 'inside']],
  });
  const value = Buffer.concat([
    Buffer.from('feff00e0ffffffff', 'hex'),
    inner,
    Buffer.from('feff0de000000000', 'hex'),
    Buffer.from('feffdde000000000', 'hex'),
  ]);
  for (const syntax of [EXPLICIT_LITTLE]) {
    const file = makeDicom({
      syntax,
      elements: [
        [0x00080060, 'CS', 'CT'],
        [0x00091002, 'UN', value],
        [0x00280010, 'US', 7],
      ],
    });
    // Its length becomes undefined.
    const at = file.indexOf(Buffer.from('09000210554e0000', 'hex'));
    file.writeUInt32LE(0xffffffff, at + 8);
    const { dataset } = openDataset(file);
    expect(readItems(dataset, 0x00091002).map(item => readString(item, 0x00091004))).toEqual([
      'inside',
    ]);
    expect(readNumber(dataset, 0x00280010, 'US')).toBe(7);
  }
});

test('reads numbers in whichever form a writer put them', () => {
  const { dataset } = openDataset(
    makeDicom({
      syntax: EXPLICIT_LITTLE,
      elements: [
        [0x00080060, 'CS', 'MR'],
        [0x00280008, 'US', 12],
        [0x00280010, 'IS', ' 512 '],
        [0x00280011, 'UN', Uint8Array.of(0, 1)],
        [0x00280030, 'FD', [0.5, 0.25]],
        [0x00281050, 'LO', '40,5\\-1.e2'],
        [0x00281051, 'DS', 'wide'],
      ],
    }),
  );
  expect(readNumber(dataset, 0x00280008, 'IS')).toBe(12);
  expect(readNumber(dataset, 0x00280010, 'US')).toBe(512);
  expect(readNumber(dataset, 0x00280011, 'US')).toBe(256);
  expect(readNumbers(dataset, 0x00280030, 'DS')).toEqual([0.5, 0.25]);
  expect(readNumbers(dataset, 0x00281050, 'DS')).toEqual([40.5, -100]);
  expect(readNumbers(dataset, 0x00281051, 'DS')).toEqual([]);
  expect(readStrings(dataset, 0x00200032)).toEqual([]);
});

test('tells a file that is cut from one that is none, wherever the cut is', () => {
  for (const syntax of [IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG]) {
    const file = makeDicom({ syntax, elements, undefinedLengths: true });
    const whole = openDataset(file).dataset.elements.size;
    let cuts = 0;
    for (let length = 0; length < file.length - 16; length++) {
      try {
        const { dataset, meta } = openDataset(file.subarray(0, length));
        if (dataset.isCut || meta.isCut) cuts++;
        expect(dataset.elements.size).toBeLessThan(whole);
      } catch (error) {
        expect((error as { code: string }).code).toBe('dicom-unreadable');
        expect(length).toBeLessThan(160 + 132);
      }
    }
    expect(cuts).toBeGreaterThan(file.length / 2);
  }
});

test('refuses what is no DICOM, what nests without end, and what inflates without end', () => {
  const bomb = Buffer.concat([
    makeDicom({ syntax: DEFLATED, elements: [] }),
    deflateRawSync(Buffer.alloc(50e6)),
  ]);
  const header = makeDicom({ syntax: DEFLATED, elements: [] });
  const deflated = Buffer.concat([
    header.subarray(0, header.length - deflateRawSync('').length),
    bomb.subarray(header.length),
  ]);
  const nested = Buffer.concat([
    makeDicom({ syntax: EXPLICIT_LITTLE, elements: [[0x00080060, 'CS', 'CT']] }),
    ...Array.from({ length: 5000 }, () =>
      Buffer.from('0900021053510000fffffffffeff00e0ffffffff', 'hex'),
    ),
  ]);
  const codes = [
    Buffer.from('no DICOM, but long enough'),
    Buffer.alloc(4000),
    nested,
    deflated,
  ].map(bytes => {
    try {
      openDataset(bytes, 2 ** 20);
      return 'read';
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
  expect(codes).toEqual([
    'dicom-unreadable',
    'dicom-unreadable',
    'dicom-unreadable',
    'dicom-too-large',
  ]);
});

/** A picture of 64 × 64, and behind it within the same deflated stream as many zeros. */
function overfull(before: TestElement[], zeros: number): Buffer {
  const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * at * 37) % 251);
  const inner = makeDicom({
    ...{ syntax: EXPLICIT_LITTLE, withHeader: false },
    elements: [
      [0x00080060, 'CS', 'CT'],
      ...before,
      [0x00280002, 'US', 1],
      [0x00280010, 'US', 64],
      [0x00280011, 'US', 64],
      [0x00280100, 'US', 8],
      [tags.pixels, 'OW', noise],
    ],
  });
  const header = makeDicom({ syntax: DEFLATED, elements: [] });
  return Buffer.concat([
    header.subarray(0, header.length - deflateRawSync('').length),
    deflateRawSync(Buffer.concat([inner, Buffer.alloc(zeros)])),
  ]);
}

test('a deflated file is inflated no further than its header calls for', () => {
  const text = Uint8Array.from({ length: 100_000 }, (_, at) => (at * at * at) % 253);
  for (const before of [[], [[0x00091001, 'OB', text] as TestElement]]) {
    const { dataset } = openDataset(overfull(before, 200e6), 2 ** 30);
    const { offset, length } = dataset.elements.get(tags.pixels)!;
    expect(length).toBe(4096);
    expect(dataset.bytes[offset + 300]).toBe((300 * 300 * 37) % 251);
    expect(dataset.bytes.length).toBeGreaterThanOrEqual(offset + length);
    expect(dataset.bytes.length).toBeLessThan(20e6);
  }
});

test('a deflated file whose pixels are not asked for, or too many, is not inflated to them', () => {
  const rows = 20_000;
  const deflated = makeDicom({
    syntax: DEFLATED,
    elements: [
      [0x00280010, 'US', rows],
      [0x00280011, 'US', 5000],
      [0x00280100, 'US', 8],
      [tags.pixels, 'OW', new Uint8Array(rows * 5000)],
    ],
  });
  const { dataset } = openDataset(deflated);
  expect(readNumber(dataset, 0x00280010, 'US')).toBe(rows);
  expect(dataset.bytes.length).toBeLessThan(20e6);
  expect(openDataset(deflated, 2 ** 27).dataset.bytes.length).toBeGreaterThan(rows * 5000);
  expect(() => openDataset(deflated, 90e6)).toThrow('holds more than is decoded here');
});
