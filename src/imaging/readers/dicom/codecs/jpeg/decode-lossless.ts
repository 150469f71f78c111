import { pixelsUnreadable } from '../../dicom-errors.ts';
import type { CodedFrame } from '../coded-frame.ts';
import type { HuffmanTable } from './huffman-table.ts';
import type { JpegHeader } from './read-jpeg-header.ts';
import { readScans, type Scan } from './read-scans.ts';

type Samples = Uint8Array | Uint16Array;

/** Lossless JPEG (process 14): each sample is a difference from a guess by its neighbours. Any
 *  predictor, point transform, restarts, components in one scan or in a scan each. */
export function decodeLosslessJpeg(bytes: Uint8Array, header: JpegHeader): CodedFrame {
  const { rows, columns, precision, components } = header;
  const samples = components.length;
  const isSampledWhole = components.every(each => each.horizontal === 1 && each.vertical === 1);
  if (precision < 2 || precision > 16 || (samples > 1 && !isSampledWhole)) throw pixelsUnreadable();
  const length = rows * columns * samples;
  const values: Samples = precision <= 8 ? new Uint8Array(length) : new Uint16Array(length);
  const seen = new Set<number>();
  readScans(bytes, header, scan => {
    decodeScan(scan, { values, rows, columns, samples, precision });
    for (const { index } of scan.components) seen.add(index);
  });
  if (seen.size < samples) throw pixelsUnreadable();
  return { columns, rows, samples, precision, values, isRgb: false };
}

type Target = {
  values: Samples;
  rows: number;
  columns: number;
  samples: number;
  precision: number;
};

function decodeScan(scan: Scan, { values, rows, columns, samples, precision }: Target): void {
  const { components, spectralStart: predictor, low: shift, bits, restartEvery } = scan;
  if (predictor < 1 || predictor > 7 || shift >= precision) throw pixelsUnreadable();
  const parts = components.map(({ index, dc }) => {
    if (!dc) throw pixelsUnreadable();
    return { index, table: dc };
  });
  const stride = columns * samples;
  const start = 1 << (precision - shift - 1);
  let untilRestart = restartEvery || Infinity;
  // The row that prediction starts over in: the first, and each behind a restart.
  let freshRow = 0;
  let freshColumn = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (untilRestart === 0) {
        bits.restart();
        untilRestart = restartEvery;
        freshRow = row;
        freshColumn = column;
      }
      untilRestart--;
      for (const { index, table } of parts) {
        const at = row * stride + column * samples + index;
        let guess: number;
        if (row === freshRow) {
          guess = column === freshColumn ? start : values[at - samples]! >> shift;
        } else if (column === 0) guess = values[at - stride]! >> shift;
        else guess = predict(predictor, values, at, samples, stride, shift);
        values[at] = ((guess + readDifference(table)) & 0xffff) << shift;
      }
    }
  }

  function readDifference(table: HuffmanTable): number {
    const size = bits.decode(table);
    if (size === 16) return 32_768;
    if (size > 16) throw pixelsUnreadable();
    return bits.readSigned(size);
  }
}

function predict(
  predictor: number,
  values: Samples,
  at: number,
  samples: number,
  stride: number,
  shift: number,
): number {
  const left = values[at - samples]! >> shift;
  if (predictor === 1) return left;
  const above = values[at - stride]! >> shift;
  if (predictor === 2) return above;
  const corner = values[at - stride - samples]! >> shift;
  switch (predictor) {
    case 3:
      return corner;
    case 4:
      return left + above - corner;
    case 5:
      return left + ((above - corner) >> 1);
    case 6:
      return above + ((left - corner) >> 1);
    default:
      return (left + above) >> 1;
  }
}
