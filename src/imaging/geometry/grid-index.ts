import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { add, cross, dot, scale, subtract } from './vector.ts';

/** The point in patient space at a place on the grid; whole numbers are centres of voxels. */
export function pointAtIndex({ originMm, directions, spacingMm }: Grid, index: Vector): Vector {
  return index.reduce<Vector>(
    (point, steps, axis) => add(point, scale(directions[axis]!, steps * spacingMm[axis]!)),
    originMm,
  );
}

/** The place on the grid of a point in patient space, unrounded. Axes need not be at right angles
 *  (a tilted gantry); where they lie in one plane nothing is anywhere, and it gives NaN. */
export function indexAtPoint(grid: Grid, point: Vector): Vector {
  const [rowX, rowY, rowZ] = inverseAxes(grid);
  const from = subtract(point, grid.originMm);
  return [dot(rowX, from), dot(rowY, from), dot(rowZ, from)];
}

/** Rows of the matrix that turns a step in patient space into steps on the grid. */
export function inverseAxes({ directions, spacingMm }: Grid): [Vector, Vector, Vector] {
  const [a, b, c] = directions.map((axis, at) => scale(axis, spacingMm[at]!)) as unknown as [
    ...[Vector, Vector, Vector],
  ];
  const volume = dot(a, cross(b, c));
  const inverse = volume === 0 ? Number.NaN : 1 / volume;
  return [scale(cross(b, c), inverse), scale(cross(c, a), inverse), scale(cross(a, b), inverse)];
}
