import type { ByteOrder, StoredValues } from '../value-type.ts';
import { bytesOf } from './bytes-of.ts';

type NiftiSettings = {
  version: 1 | 2;
  order: ByteOrder;
  dims: number[];
  datatype: number;
  values: StoredValues;
  pixdim: number[];
  slope: number;
  intercept: number;
  qform: { code: number; quaternion: number[]; offset: number[] };
  sform: { code: number; rows: number[][] };
  units: number;
  display: [min: number, max: number];
  /** Bytes between header and values. */
  extension: number;
  /** Header and values apart. */
  isPair: boolean;
};

const datatypes = new Map<unknown, number>([
  [Uint8Array, 2],
  [Int16Array, 4],
  [Int32Array, 8],
  [Float32Array, 16],
  [Float64Array, 64],
  [Int8Array, 256],
  [Uint16Array, 512],
  [Uint32Array, 768],
  [BigInt64Array, 1024],
  [BigUint64Array, 1280],
]);

/** A whole NIfTI file; of a pair, header and values. */
export function makeNifti(settings: Partial<NiftiSettings> = {}): Buffer[] {
  const { version = 1, order = 'little', extension = 0, isPair = false } = settings;
  const values = settings.values ?? Int16Array.from({ length: 24 }, (_, at) => at * 100 - 700);
  const { dims = [4, 3, 2], pixdim = [1, 0.5, 0.75, 3], units = 2 } = settings;
  const { slope = 0, intercept = 0, display = [0, 0] } = settings;
  const { qform = { code: 0, quaternion: [0, 0, 0], offset: [0, 0, 0] } } = settings;
  const { sform = { code: 0, rows: [] } } = settings;
  const datatype = settings.datatype ?? datatypes.get(values.constructor)!;
  const little = order === 'little';
  const valuesAt = isPair ? 0 : (version === 1 ? 352 : 544) + extension;
  const header = Buffer.alloc((version === 1 ? 352 : 544) + extension);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const short = (at: number, value: number) => view.setInt16(at, value, little);
  const int = (at: number, value: number) => view.setInt32(at, value, little);
  const float = (at: number, value: number) => view.setFloat32(at, value, little);
  const double = (at: number, value: number) => view.setFloat64(at, value, little);
  const long = (at: number, value: number) => view.setBigInt64(at, BigInt(value), little);
  const [size, write] = version === 1 ? [4, float] : [8, double];
  const reals = (at: number, numbers: number[]) =>
    numbers.forEach((number, nth) => void write(at + nth * size, number));
  const magic = `n${isPair ? 'i' : '+'}${version}\0`;
  if (version === 1) {
    int(0, 348);
    [dims.length, ...dims].forEach((dim, nth) => void short(40 + 2 * nth, dim));
    short(70, datatype);
    reals(76, pixdim);
    float(108, valuesAt);
    reals(112, [slope, intercept]);
    header[123] = units;
    reals(124, [display[1], display[0]]);
    short(252, qform.code);
    short(254, sform.code);
    reals(256, [...qform.quaternion, ...qform.offset]);
    reals(280, sform.rows.flat());
    header.write(magic, 344, 'latin1');
  } else {
    int(0, 540);
    header.write(`${magic}\r\n\x1a\n`, 4, 'latin1');
    short(12, datatype);
    [dims.length, ...dims].forEach((dim, nth) => void long(16 + 8 * nth, dim));
    reals(104, pixdim);
    long(168, valuesAt);
    reals(176, [slope, intercept, display[1], display[0]]);
    int(344, qform.code);
    int(348, sform.code);
    reals(352, [...qform.quaternion, ...qform.offset]);
    reals(400, sform.rows.flat());
    int(500, units);
  }
  const bytes = bytesOf(values, order);
  return isPair ? [header, bytes] : [Buffer.concat([header, bytes])];
}
