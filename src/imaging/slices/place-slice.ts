import type { Vector } from '../../contracts/imaging/index.ts';
import { axisCodes } from '../geometry/anatomical-axes.ts';
import { add, cross, dot, normalise, scale, subtract } from '../geometry/vector.ts';
import type { SlicePlane } from './slice-plane.ts';
import type { SliceStack } from './slice-stack.ts';

/** The centre of the first pixel that is seen of a slice, in the patient. */
export function cornerOf(
  stack: SliceStack,
  plane: SlicePlane,
  index: number,
  size: readonly [number, number],
): Vector {
  const { grid } = stack;
  const place: [number, number, number] = [0, 0, 0];
  place[plane.across.axis] = index;
  for (const [at, { axis, sign }] of [plane.columns, plane.rows].entries()) {
    // Pixels that are not the stored ones begin within the first or before its middle.
    const inset = grid.size[axis] / size[at]! / 2 - 0.5;
    place[axis] = sign > 0 ? inset : grid.size[axis] - 1 - inset;
  }
  const [column, row, slice] = place;
  const step = (axis: 0 | 1, by: number) => scale(grid.directions[axis], by * grid.spacingMm[axis]);
  const whole = Math.max(0, Math.min(grid.size[2] - 1, Math.round(slice)));
  const beyond = scale(grid.directions[2], (slice - whole) * grid.spacingMm[2]);
  return add(add(add(stack.originOf(whole), beyond), step(0, column)), step(1, row));
}

/** Across the slices, by the places of their own headers where they are stored ones. */
export function offsetBetween(
  stack: SliceStack,
  plane: SlicePlane,
  from: number,
  to: number,
): number {
  const { directions, spacingMm } = stack.grid;
  const { axis } = plane.across;
  if (axis !== 2) return Math.abs(to - from) * spacingMm[axis];
  const normal = normalise(cross(directions[0], directions[1]));
  return Math.abs(dot(subtract(stack.originOf(to), stack.originOf(from)), normal));
}

/** `LP`: where columns and rows of the picture grow to. */
export function orientationOf({ grid }: SliceStack, { columns, rows }: SlicePlane): string {
  const codes = axisCodes(grid.directions);
  const letterOf = ({ axis, sign }: SlicePlane['rows']) =>
    sign > 0 ? codes[axis]! : opposite[codes[axis]!]!;
  return letterOf(columns) + letterOf(rows);
}

const opposite: Record<string, string> = { L: 'R', R: 'L', P: 'A', A: 'P', S: 'I', I: 'S' };
