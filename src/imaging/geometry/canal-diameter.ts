import type { Vector } from '../../contracts/imaging/index.ts';
import { dot, length, normalise, scale, subtract } from './vector.ts';

/** Between the back of a body (or disc) and the front of the lamina, square to the canal: points
 *  that were set at unlike heights do not make it wider. */
export function canalDiameterMm(front: Vector, back: Vector, alongCanal: Vector): number {
  const across = subtract(back, front);
  const along = normalise(alongCanal);
  return length(subtract(across, scale(along, dot(across, along))));
}

export type CanalMask = {
  /** Across (left to right or back) and from front to back. */
  size: readonly [number, number];
  spacingMm: readonly [number, number];
  /** Other than 0 inside the canal. */
  values: ArrayLike<number>;
};
export type CanalSize = { depthMm: number; widthMm: number; areaMm2: number };

/** Of a canal in a slice square to it. Depth and width go through the middle, and have the mean of
 *  the lines within a millimetre of it, so that one stray voxel decides nothing. An empty mask is 0 all
 *  over. */
export function canalSize({ size, spacingMm, values }: CanalMask): CanalSize {
  const perColumn = new Float64Array(size[0]);
  const perRow = new Float64Array(size[1]);
  let [count, sumColumn, sumRow] = [0, 0, 0];
  for (let row = 0; row < size[1]; row++) {
    for (let column = 0; column < size[0]; column++) {
      if (!values[column + row * size[0]]) continue;
      perColumn[column]! += spacingMm[1];
      perRow[row]! += spacingMm[0];
      count++;
      sumColumn += column;
      sumRow += row;
    }
  }
  if (count === 0) return { depthMm: 0, widthMm: 0, areaMm2: 0 };
  return {
    depthMm: meanNear(perColumn, sumColumn / count, 1 / spacingMm[0]),
    widthMm: meanNear(perRow, sumRow / count, 1 / spacingMm[1]),
    areaMm2: count * spacingMm[0] * spacingMm[1],
  };
}

function meanNear(lengths: Float64Array, middle: number, reach: number): number {
  const from = Math.max(0, Math.min(Math.round(middle), Math.ceil(middle - reach)));
  const near = lengths.subarray(from, Math.max(from, Math.floor(middle + reach)) + 1);
  return near.reduce((sum, one) => sum + one, 0) / near.length;
}
