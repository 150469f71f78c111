import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { gridFromColumns } from '../grid-from-columns.ts';
import type { PictureNote } from '../stored-picture.ts';
import type { NiftiHeader } from './parse-nifti-header.ts';

/** Columns of the matrix from indices to RAS millimetres, and where the first voxel lies. */
type Frame = { columns: [Vector, Vector, Vector]; origin: Vector };

/**
 * The scanner's or aligned frame (sform) where it is stated and usable, else the quaternion's,
 * else none: then, as readers of ANALYZE have it, columns run to the patient's left, rows to the
 * front, slices to the head, about the middle of the volume.
 */
export function niftiGrid(header: NiftiHeader, size: Grid['size'], notes: PictureNote[]): Grid {
  const spacing = spacingOf(header, notes);
  const stated = sformFrame(header) ?? qformFrame(header, spacing);
  if (!stated) notes.push('orientation-assumed');
  const { columns, origin } = stated ?? assumedFrame(header.dims.length, size, spacing);
  const toMm = millimetresPer[header.spaceUnits] ?? 1;
  const lps = ([x, y, z]: Vector): Vector => [-x * toMm, -y * toMm, z * toMm];
  return gridFromColumns(size, [lps(columns[0]), lps(columns[1]), lps(columns[2])], lps(origin));
}

/** Metres, millimetres, micrometres. */
const millimetresPer: Record<number, number> = { 1: 1000, 2: 1, 3: 0.001 };

function spacingOf({ pixdim, dims }: NiftiHeader, notes: PictureNote[]): Vector {
  const sane = (nth: number) => {
    const stated = Math.abs(pixdim[nth]!);
    if (stated > 0 && Number.isFinite(stated)) return stated;
    if (nth <= dims.length && !notes.includes('spacing-assumed')) notes.push('spacing-assumed');
    return 1;
  };
  return [sane(1), sane(2), sane(3)];
}

function sformFrame({ sformCode, sform }: NiftiHeader): Frame | undefined {
  if (sformCode <= 0 || !sform.flat().every(Number.isFinite)) return undefined;
  const column = (at: number): Vector => [sform[0]![at]!, sform[1]![at]!, sform[2]![at]!];
  const columns: Frame['columns'] = [column(0), column(1), column(2)];
  // Some writers set the code and leave the rows empty.
  if (columns.some(([x, y, z]) => x === 0 && y === 0 && z === 0)) return undefined;
  return { columns, origin: column(3) };
}

function qformFrame(header: NiftiHeader, spacing: Vector): Frame | undefined {
  const { qformCode, quaternion, offset, pixdim } = header;
  if (qformCode <= 0 || ![...quaternion, ...offset].every(Number.isFinite)) return undefined;
  const length = Math.hypot(...quaternion);
  // Only three of its four parts are stored; rounding may make them a little too long.
  const [b, c, d] = length > 1 ? quaternion.map(part => part / length) : quaternion;
  const a = Math.sqrt(Math.max(0, 1 - b! * b! - c! * c! - d! * d!));
  const [x, y, z] = rotation(a, b!, c!, d!);
  const handedness = pixdim[0] === -1 ? -1 : 1;
  const times = (v: Vector, by: number): Vector => [v[0] * by, v[1] * by, v[2] * by];
  return {
    columns: [times(x, spacing[0]), times(y, spacing[1]), times(z, spacing[2] * handedness)],
    origin: offset,
  };
}

/** Columns of the rotation that a unit quaternion stands for. */
function rotation(a: number, b: number, c: number, d: number): [Vector, Vector, Vector] {
  return [
    [a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)],
    [2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)],
    [2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c],
  ];
}

/** What it says of axes that it does not have is left aside, as there. */
function assumedFrame(axes: number, size: Grid['size'], spacing: Vector): Frame {
  const [x, y, z] = spacing.map((mm, axis) => (axis < axes ? mm : 1)) as [...Vector];
  return {
    columns: [
      [-x, 0, 0],
      [0, y, 0],
      [0, 0, z],
    ],
    origin: [((size[0] - 1) / 2) * x, (-(size[1] - 1) / 2) * y, (-(size[2] - 1) / 2) * z],
  };
}
