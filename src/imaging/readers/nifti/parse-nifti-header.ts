import { truncated, unreadable } from '../read-errors.ts';
import type { ByteOrder } from '../value-type.ts';

export type NiftiHeader = {
  version: 1 | 2;
  order: ByteOrder;
  /** Whether values follow in the same file; else they stand in an .img beside it. */
  isSingleFile: boolean;
  /** Of each dimension that it claims to have, up to seven. */
  dims: number[];
  datatype: number;
  /** From the claimed first; [0] is the handedness of the quaternion's frame. */
  pixdim: number[];
  valuesAt: number;
  slope: number;
  intercept: number;
  displayMin: number;
  displayMax: number;
  spaceUnits: number;
  qformCode: number;
  sformCode: number;
  quaternion: [number, number, number];
  offset: [number, number, number];
  /** Three rows of four, from indices to RAS. */
  sform: number[][];
};

/** Enough to hold either version. */
export const niftiHeaderBytes = 544;

/** NIfTI-1 and NIfTI-2 say the same in other places and widths. */
export function parseNiftiHeader(start: Uint8Array): NiftiHeader {
  if (start.length < 348) throw truncated();
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const order = orderOf(view);
  if (!order) throw unreadable('its header is not as long as it says');
  const little = order === 'little';
  const version = view.getInt32(0, little) === 348 ? 1 : 2;
  if (version === 2 && start.length < 540) throw truncated();
  const at = version === 1 ? places1 : places2;
  const short = (place: number) => view.getInt16(place, little);
  const int = (place: number) => view.getInt32(place, little);
  const long = (place: number) => Number(view.getBigInt64(place, little));
  const float = (place: number) => view.getFloat32(place, little);
  const double = (place: number) => view.getFloat64(place, little);
  const real = version === 1 ? float : double;
  const realBytes = version === 1 ? 4 : 8;
  const reals = (place: number, count: number) =>
    Array.from({ length: count }, (_, nth) => real(place + nth * realBytes));
  const dim = (nth: number) => (version === 1 ? short(at.dim + 2 * nth) : long(at.dim + 8 * nth));
  const code = version === 1 ? short : int;
  const magic = String.fromCharCode(start[at.magic]!, start[at.magic + 1]!, start[at.magic + 2]!);
  const count = dim(0);
  if (!(count >= 1 && count <= 7)) throw unreadable('it has no sensible number of dimensions');
  return {
    version,
    order,
    isSingleFile: !/^ni/.test(magic),
    dims: Array.from({ length: count }, (_, nth) => dim(nth + 1)),
    datatype: short(at.datatype),
    pixdim: reals(at.pixdim, 8),
    valuesAt: version === 1 ? float(at.valuesAt) : long(at.valuesAt),
    slope: real(at.slope),
    intercept: real(at.slope + realBytes),
    displayMax: real(at.displayMax),
    displayMin: real(at.displayMax + realBytes),
    spaceUnits: (version === 1 ? view.getUint8(at.units) : int(at.units)) & 7,
    qformCode: code(at.qform),
    sformCode: code(at.qform + (version === 1 ? 2 : 4)),
    quaternion: reals(at.quaternion, 3) as [number, number, number],
    offset: reals(at.quaternion + 3 * realBytes, 3) as [number, number, number],
    sform: [0, 1, 2].map(row => reals(at.sform + row * 4 * realBytes, 4)),
  };
}

const places1 = {
  ...{ magic: 344, dim: 40, datatype: 70, pixdim: 76, valuesAt: 108, slope: 112 },
  ...{ displayMax: 124, units: 123, qform: 252, quaternion: 256, sform: 280 },
};
const places2 = {
  ...{ magic: 4, dim: 16, datatype: 12, pixdim: 104, valuesAt: 168, slope: 176 },
  ...{ displayMax: 192, units: 500, qform: 344, quaternion: 352, sform: 400 },
};

function orderOf(view: DataView): ByteOrder | undefined {
  for (const order of ['little', 'big'] as const) {
    if ([348, 540].includes(view.getInt32(0, order === 'little'))) return order;
  }
  return undefined;
}
