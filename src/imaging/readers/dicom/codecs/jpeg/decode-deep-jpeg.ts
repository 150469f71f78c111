import { pixelsUnreadable, syntaxUnsupported } from '../../dicom-errors.ts';
import type { CodedFrame } from '../coded-frame.ts';
import { inverseDct } from './inverse-dct.ts';
import { layOutPlanes, type Plane, readCoefficients } from './read-coefficients.ts';
import type { JpegHeader } from './read-jpeg-header.ts';
import { type QuantTables, readScans } from './read-scans.ts';

/** Rows of a block from its zigzag order. */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
  13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
  45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/** JPEG with 12 bits a sample, sequential or progressive, which the decoder of the 8-bit one does
 *  not know. Components are given as they are stored: colours are not turned. */
export function decodeDeepJpeg(bytes: Uint8Array, header: JpegHeader): CodedFrame {
  const { rows, columns, precision, components } = header;
  const { horizontal, vertical } = components[0]!;
  const isSampledAlike = components.every(
    each => each.horizontal === horizontal && each.vertical === vertical,
  );
  if (!isSampledAlike) throw syntaxUnsupported('12-bit JPEG with thinned colours');
  const planes = layOutPlanes(header);
  const quants: QuantTables = new Map();
  readScans(bytes, header, (scan, tables) => {
    readCoefficients(scan, header, planes);
    // A later scan may bring other tables under the same number.
    for (const { index } of scan.components) {
      const table = tables.get(components[index]!.table);
      if (table && !quants.has(index)) quants.set(index, table);
    }
  });
  const samples = components.length;
  const values = new Uint16Array(rows * columns * samples);
  for (const [index, plane] of planes.entries()) {
    const quant = quants.get(index);
    if (!quant) throw pixelsUnreadable();
    drawPlane(plane, quant, values, { index, rows, columns, samples, precision });
  }
  return { columns, rows, samples, precision, values, isRgb: false };
}

type Target = { index: number; rows: number; columns: number; samples: number; precision: number };

function drawPlane(plane: Plane, quant: Uint16Array, values: Uint16Array, target: Target): void {
  const { index, rows, columns, samples, precision } = target;
  const block = new Float64Array(64);
  const middle = 1 << (precision - 1);
  const brightest = (1 << precision) - 1;
  for (let row = 0; row < rows; row += 8) {
    for (let column = 0; column < columns; column += 8) {
      const at = ((row >> 3) * plane.blocksAcross + (column >> 3)) * 64;
      for (let place = 0; place < 64; place++) {
        block[zigzag[place]!] = plane.coefficients[at + place]! * quant[place]!;
      }
      inverseDct(block, precision);
      const [height, width] = [Math.min(8, rows - row), Math.min(8, columns - column)];
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const value = block[y * 8 + x]! + middle;
          const to = ((row + y) * columns + column + x) * samples + index;
          values[to] = Math.min(brightest, Math.max(0, value));
        }
      }
    }
  }
}
