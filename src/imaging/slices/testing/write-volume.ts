import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TestElement } from '../../readers/dicom/testing/make-dicom.ts';
import { makePicture } from '../../readers/dicom/testing/make-picture.ts';

type Size = readonly [number, number, number];
/** Of a voxel, from its column, row and slice. */
export type Content = (column: number, row: number, slice: number) => number;

/** 16 bits, 1 mm, axes to the left, back and head. */
export function writeNifti(file: string, [columns, rows, slices]: Size, content: Content): void {
  const bytes = Buffer.alloc(352 + 2 * columns * rows * slices);
  bytes.writeInt32LE(348, 0);
  for (const [at, dim] of [3, columns, rows, slices, 1, 1, 1, 1].entries())
    bytes.writeInt16LE(dim, 40 + 2 * at);
  bytes.writeInt16LE(4, 70);
  bytes.writeInt16LE(16, 72);
  for (const at of [1, 2, 3]) bytes.writeFloatLE(1, 76 + 4 * at);
  bytes.writeFloatLE(352, 108);
  bytes.writeInt16LE(1, 254);
  // To RAS.
  for (const [row, sign] of [-1, -1, 1].entries()) bytes.writeFloatLE(sign, 280 + 20 * row);
  bytes.write('n+1\0', 344, 'latin1');
  let at = 352;
  for (let slice = 0; slice < slices; slice++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at += 2)
        bytes.writeInt16LE(content(column, row, slice), at);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, file.endsWith('.gz') ? gzipSync(bytes, { level: 1 }) : bytes);
}

export type SeriesOptions = {
  seriesUid?: string;
  modality?: string;
  /** File name of a slice. */
  nameOf?: (slice: number) => string;
  photometric?: string;
  more?: readonly TestElement[];
};

/** The same as a DICOM series, uncompressed: a file a slice, from the feet up. */
export function writeSeries(
  folder: string,
  [columns, rows, slices]: Size,
  content: Content,
  options: SeriesOptions = {},
): void {
  const { seriesUid = '2.25.77', modality = 'CT', photometric = 'MONOCHROME2' } = options;
  const { nameOf = slice => `IM${slice}`, more = [] } = options;
  mkdirSync(folder, { recursive: true });
  for (let slice = 0; slice < slices; slice++) {
    const pixels = new Int16Array(columns * rows);
    for (let at = 0; at < pixels.length; at++)
      pixels[at] = content(at % columns, Math.floor(at / columns), slice) + 1000;
    const file = makePicture({
      ...{ syntax: '1.2.840.10008.1.2.1', rows, columns, bitsAllocated: 16, signed: true },
      photometric,
      pixels: new Uint8Array(pixels.buffer),
      more: [
        [0x00080060, 'CS', modality],
        [0x0020000e, 'UI', seriesUid],
        [0x00080018, 'UI', `2.25.9${slice}`],
        [0x00200013, 'IS', slices - slice],
        [0x00200032, 'DS', [0, 0, slice * 2]],
        [0x00200037, 'DS', [1, 0, 0, 0, 1, 0]],
        [0x00280030, 'DS', [1, 1]],
        [0x00281050, 'DS', 40],
        [0x00281051, 'DS', 400],
        [0x00281052, 'DS', -1000],
        [0x00281053, 'DS', 1],
        ...more,
      ],
    });
    writeFileSync(path.join(folder, nameOf(slice)), file);
  }
}
