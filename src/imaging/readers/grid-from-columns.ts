import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { axisCodes } from '../geometry/index.ts';
import { unreadable } from './read-errors.ts';

/** A grid from the step, in patient space, that one voxel along each axis makes. */
export function gridFromColumns(
  size: Grid['size'],
  steps: readonly [Vector, Vector, Vector],
  originMm: Vector,
): Grid {
  const spacingMm = steps.map(step => Math.hypot(...step)) as [number, number, number];
  const usable = [...spacingMm, ...originMm].every(Number.isFinite);
  if (!usable || spacingMm.includes(0)) throw unreadable('its geometry is no place in space');
  const direction = (axis: 0 | 1 | 2): Vector => {
    const [x, y, z] = steps[axis];
    const length = spacingMm[axis];
    return [x / length, y / length, z / length];
  };
  return {
    size,
    spacingMm,
    directions: [direction(0), direction(1), direction(2)],
    originMm,
  };
}

/** More than what rounding to 32 bits explains. */
export function isSheared({ directions: [x, y, z] }: Grid): boolean {
  const cosine = (a: Vector, b: Vector) => Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
  return Math.max(cosine(x, y), cosine(y, z), cosine(z, x)) > 1e-3;
}

/** What a picture says of its place. */
export function placedOn(grid: Grid) {
  return { grid, spacingMm: grid.spacingMm, orientation: axisCodes(grid.directions) };
}
