import type { Grid, Place, Vector } from '../../../contracts/imaging/index.ts';
import { axisCodes, pointAtIndex } from '../../../imaging/geometry/index.ts';

const opposite: Record<string, string> = { L: 'R', R: 'L', P: 'A', A: 'P', S: 'I', I: 'S' };

/**
 * From numbers along named axes to the picture's own: each axis of the numbers is the one of the
 * picture that runs the same way or back. `stepMm` is how far one goes along; null for the
 * picture's own voxels. Null where the codes name no frame.
 */
export function indexInFrame(
  grid: Grid,
  codes: readonly string[],
  numbers: Vector,
  stepMm: number | null = null,
): Vector | null {
  const own = [...axisCodes(grid.directions)];
  const index = own.map((code, axis) => {
    const same = codes.indexOf(code);
    const from = same >= 0 ? same : codes.indexOf(opposite[code]!);
    if (from < 0) return Number.NaN;
    const steps = numbers[from]! * (stepMm === null ? 1 : stepMm / grid.spacingMm[axis]!);
    return same >= 0 ? steps : grid.size[axis]! - 1 - steps;
  }) as unknown as Vector;
  return index.some(Number.isNaN) || new Set(codes).size !== 3 ? null : index;
}

export function placeAtIndex(grid: Grid, index: Vector): Place {
  const [column, row, slice] = index;
  return {
    pixel: [column, row],
    box: null,
    slice: Math.min(grid.size[2] - 1, Math.max(0, Math.round(slice))),
    pointMm: pointAtIndex(grid, index),
  };
}

export function isInGrid({ size }: Grid, index: Vector): boolean {
  return index.every((number, axis) => number >= -0.5 && number <= size[axis]! - 0.5);
}
