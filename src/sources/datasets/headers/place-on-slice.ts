import type { Place } from '../../../contracts/imaging/index.ts';
import { add, scale } from '../../../imaging/geometry/index.ts';
import type { SliceHeader } from './slice-header.ts';

/** Where a pixel of a slice lies. */
export function placeOnSlice(
  { plane }: SliceHeader,
  [x, y]: readonly [number, number],
  slice: number | null,
): Place {
  const steps = [x, y];
  const pointMm = plane
    ? plane.directions.reduce(
        (point, way, at) => add(point, scale(way, steps[at]! * plane.spacingMm[at]!)),
        plane.originMm,
      )
    : null;
  return { pixel: [x, y], box: null, slice, pointMm };
}

export function isOnSlice({ columns, rows }: SliceHeader, x: number, y: number): boolean {
  return x >= -0.5 && y >= -0.5 && x <= columns - 0.5 && y <= rows - 0.5;
}
