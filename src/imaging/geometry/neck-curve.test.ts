import { expect, test } from 'vitest';
import { type NeckCurve, neckCurve } from './neck-curve.ts';
import type { Point } from './plane-points.ts';
import { placed } from './testing/turned-lines.ts';

/** C2 to C7 by how far each between stands behind the line. */
const neck = (...backMm: number[]): Point[] =>
  [0, ...backMm, 0].map((back, at) => [back, 100 - 18 * at]);

const cases: [number[], NeckCurve][] = [
  [[-3, -6, -7, -4], 'lordotic'],
  [[0.5, 1, -1.5, -0.4], 'straight'],
  [[2, 5, 6, 3], 'kyphotic'],
  [[-3, -2, 2, 3], 'lordotic-kyphotic'],
  [[3, 1, -2, -3], 'kyphotic-lordotic'],
  [[0.3, -4, -5, -3], 'lordotic'],
  [[-0.2, 0.1, 1, 2.1], 'kyphotic'],
];

test.each(cases)('%j is %s, however the head is held', (backMm, curve) => {
  expect(neckCurve(neck(...backMm))).toBe(curve);
  expect(neckCurve(neck(...backMm).map(placed(-25, [10, 500])))).toBe(curve);
});

test('what has no middle has no curve', () => {
  expect(neckCurve(neck())).toBeNull();
  expect(neckCurve([])).toBeNull();
  expect(
    neckCurve([
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  ).toBeNull();
});
