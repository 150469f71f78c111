import { type AxisMatch, matchAxes } from '../geometry/anatomical-axes.ts';
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
/** Down the spine, where a neck's vertebrae follow at 15 mm. */
const wantedStepDownMm = 2.5;
const mostSlices = 64;
const mostAcross = 160;

export async function readCoarseVolume(stack: SliceStack): Promise<CoarseVolume> {
  const { size, spacingMm, directions } = stack.grid;
  const axes = matchAxes(directions);
  const stored = size.map((count, axis) => {
    const wantedMm = axis === axes[2].axis ? wantedStepDownMm : wantedStepMm;
    const wanted = Math.max(1, Math.round((count * spacingMm[axis]!) / wantedMm));
    return placesAlong(count, Math.min(wanted, axis === 2 ? mostSlices : mostAcross));
  });
  const placesOf = axes.map(({ axis, sign }) =>
    sign > 0 ? stored[axis]! : stored[axis]!.toReversed(),
  ) as unknown as CoarseVolume['placesOf'];
  const coarse = [placesOf[0].length, placesOf[1].length, placesOf[2].length] as const;
  const strides = stridesOf(axes, coarse);
  const values = new Float32Array(coarse[0] * coarse[1] * coarse[2]);
  const apart = [Math.floor(stepOf(stored[0]!) / 2), Math.floor(stepOf(stored[1]!) / 2)] as const;
  for (const [k, slice] of stored[2]!.entries()) {
    const { slope, intercept } = stack.rescaleOf(slice);
    const read = averager(await stack.read(slice), size, apart);
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
function placesAlong(count: number, wanted: number): number[] {
  const taken = Math.min(count, wanted);
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

/** The mean of four pixels half a step apart: single ones are mostly noise. */
function averager(
  values: Values,
  [columns, rows]: readonly [number, number, number],
  [across, down]: readonly [number, number],
) {
  return (column: number, row: number) => {
    const right = Math.min(column + across, columns - 1);
    const at = row * columns;
    const below = Math.min(row + down, rows - 1) * columns;
    const [a, b] = [values[at + column]!, values[at + right]!];
    const [c, d] = [values[below + column]!, values[below + right]!];
    return (a + b + c + d) / 4;
  };
}

function mendGaps(values: Float32Array): void {
  if (!values.some(value => !Number.isFinite(value))) return;
  const least = values.reduce((a, b) => (Number.isFinite(b) && b < a ? b : a), Number.MAX_VALUE);
  for (const [at, value] of values.entries())
    if (!Number.isFinite(value)) values[at] = least === Number.MAX_VALUE ? 0 : least;
}
