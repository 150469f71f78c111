import { type AxisMatch, matchAxes } from '../geometry/index.ts';
import type { Values } from '../volume/volume.ts';
import type { SliceStack } from './slice-stack.ts';

/** A volume thinned out to a few millimetres, turned to the patient: x to the left, y to the back,
 *  z to the head. Enough to see where the spine is. */
export type CoarseVolume = {
  size: readonly [number, number, number];
  stepMm: readonly [number, number, number];
  /** After rescale; what is no number is the least value. */
  values: Float32Array;
  axes: readonly [AxisMatch, AxisMatch, AxisMatch];
  /** For x, y, z: where on the stored axis each step lies. */
  placesOf: readonly [readonly number[], readonly number[], readonly number[]];
};

const wantedStepMm = 4;
const mostSlices = 64;
const mostAcross = 160;

export async function readCoarseVolume(stack: SliceStack): Promise<CoarseVolume> {
  const { size, spacingMm, directions } = stack.grid;
  const stored = size.map((count, axis) =>
    placesAlong(count, spacingMm[axis]!, axis === 2 ? mostSlices : mostAcross),
  );
  const axes = matchAxes(directions);
  const placesOf = axes.map(({ axis, sign }) =>
    sign > 0 ? stored[axis]! : stored[axis]!.toReversed(),
  ) as unknown as CoarseVolume['placesOf'];
  const coarse = [placesOf[0].length, placesOf[1].length, placesOf[2].length] as const;
  const strides = stridesOf(axes, coarse);
  const values = new Float32Array(coarse[0] * coarse[1] * coarse[2]);
  for (const [k, slice] of stored[2]!.entries()) {
    const { slope, intercept } = stack.rescaleOf(slice);
    const read = averager(await stack.read(slice), size);
    for (const [j, row] of stored[1]!.entries())
      for (const [i, column] of stored[0]!.entries())
        values[strides.start + i * strides.by[0] + j * strides.by[1] + k * strides.by[2]] =
          read(column, row) * slope + intercept;
  }
  mendGaps(values);
  const stepMm = axes.map(({ axis }) => stepOf(stored[axis]!) * spacingMm[axis]!);
  return {
    size: coarse,
    stepMm: stepMm as unknown as CoarseVolume['stepMm'],
    values,
    axes,
    placesOf,
  };
}

/** Evenly, from half a step in. */
function placesAlong(count: number, spacingMm: number, most: number): number[] {
  const wanted = Math.max(1, Math.round((count * spacingMm) / wantedStepMm));
  const taken = Math.min(count, most, wanted);
  return Array.from({ length: taken }, (_, at) => Math.floor(((at + 0.5) * count) / taken));
}

function stepOf(places: readonly number[]): number {
  return places.length > 1 ? (places.at(-1)! - places[0]!) / (places.length - 1) : 1;
}

/** How far each stored axis steps through the turned volume, and where the first voxel goes. */
function stridesOf(axes: CoarseVolume['axes'], [columns, rows, slices]: CoarseVolume['size']) {
  const by: [number, number, number] = [0, 0, 0];
  let start = 0;
  const steps = [1, columns, columns * rows];
  const counts = [columns, rows, slices];
  for (const [to, { axis, sign }] of axes.entries()) {
    by[axis] = sign * steps[to]!;
    if (sign < 0) start += steps[to]! * (counts[to]! - 1);
  }
  return { by, start };
}

/** The mean of four pixels a little apart: single ones are mostly noise. */
function averager(values: Values, [columns, rows]: readonly [number, number, number]) {
  return (column: number, row: number) => {
    const right = Math.min(column + 2, columns - 1);
    const below = Math.min(row + 2, rows - 1) * columns;
    const at = row * columns;
    return (
      (values[at + column]! +
        values[at + right]! +
        values[below + column]! +
        values[below + right]!) /
      4
    );
  };
}

function mendGaps(values: Float32Array): void {
  if (!values.some(value => !Number.isFinite(value))) return;
  const least = values.reduce((a, b) => (Number.isFinite(b) && b < a ? b : a), Number.MAX_VALUE);
  for (const [at, value] of values.entries())
    if (!Number.isFinite(value)) values[at] = least === Number.MAX_VALUE ? 0 : least;
}
