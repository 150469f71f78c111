import type { Grid, Vector } from '../../../../contracts/imaging/index.ts';
import { uidOf } from '../../../writers/index.ts';
import type { DicomSeries } from '../layout.ts';

type Shape = {
  columns: number;
  rows: number;
  spacingMm?: Vector;
  directions?: Grid['directions'];
  originMm?: Vector;
};

/** A file of one black picture, explicit little endian. */
export function dicomOf(shape: Shape, series: DicomSeries, slice: number): Buffer {
  const { columns, rows, spacingMm, directions, originMm } = shape;
  const sopClass = originMm ? '1.2.840.10008.5.1.4.1.1.4' : '1.2.840.10008.5.1.4.1.1.1.1';
  const { patientId, seriesNumber, description } = series;
  const instance = uidOf(patientId, seriesNumber, slice);
  const meta = [
    element(0x0002, 0x0002, 'UI', sopClass),
    element(0x0002, 0x0003, 'UI', instance),
    element(0x0002, 0x0010, 'UI', '1.2.840.10008.1.2.1'),
  ];
  const metaLength = Buffer.alloc(4);
  metaLength.writeUInt32LE(Buffer.concat(meta).length);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element(0x0002, 0x0000, 'UL', metaLength),
    ...meta,
    element(0x0008, 0x0016, 'UI', sopClass),
    element(0x0008, 0x0018, 'UI', instance),
    element(0x0008, 0x0060, 'CS', originMm ? 'MR' : 'DX'),
    element(0x0008, 0x103e, 'LO', description),
    element(0x0020, 0x000d, 'UI', uidOf(patientId)),
    element(0x0020, 0x000e, 'UI', uidOf(patientId, seriesNumber)),
    element(0x0020, 0x0013, 'IS', String(slice + 1)),
    ...(originMm && directions
      ? [
          element(0x0020, 0x0032, 'DS', decimals(originMm)),
          element(0x0020, 0x0037, 'DS', decimals([...directions[0], ...directions[1]])),
        ]
      : []),
    element(0x0028, 0x0002, 'US', short(1)),
    element(0x0028, 0x0004, 'CS', 'MONOCHROME2'),
    element(0x0028, 0x0010, 'US', short(rows)),
    element(0x0028, 0x0011, 'US', short(columns)),
    ...(spacingMm ? [element(0x0028, 0x0030, 'DS', decimals([spacingMm[1], spacingMm[0]]))] : []),
    element(0x0028, 0x0100, 'US', short(8)),
    element(0x0028, 0x0101, 'US', short(8)),
    element(0x0028, 0x0102, 'US', short(7)),
    element(0x0028, 0x0103, 'US', short(0)),
    element(0x7fe0, 0x0010, 'OB', Buffer.alloc(columns * rows)),
  ]);
}

function element(group: number, number: number, vr: string, value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  const isLong = vr === 'OB';
  const padded = bytes.length + (bytes.length % 2);
  const head = Buffer.alloc(isLong ? 12 : 8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(vr, 4, 'latin1');
  if (isLong) head.writeUInt32LE(padded, 8);
  else head.writeUInt16LE(padded, 6);
  const pad = Buffer.alloc(padded - bytes.length, vr === 'UI' || isLong ? 0 : 32);
  return Buffer.concat([head, bytes, pad]);
}

/** At most 16 characters each. */
function decimals(numbers: readonly number[]): string {
  return numbers.map(number => number.toFixed(9).slice(0, 16)).join('\\');
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
