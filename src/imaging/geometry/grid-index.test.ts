import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { indexAtPoint, pointAtIndex } from './grid-index.ts';
import { normalise } from './vector.ts';

const sagittal: Grid = {
  size: [4, 5, 3],
  spacingMm: [0.5, 2, 4],
  directions: [
    [0, 1, 0],
    [0, 0, -1],
    [-1, 0, 0],
  ],
  originMm: [10, -20, 100],
};

test('a voxel of a sagittal series stands where its header says', () => {
  expect(pointAtIndex(sagittal, [0, 0, 0])).toEqual([10, -20, 100]);
  expect(pointAtIndex(sagittal, [2, 3, 1])).toEqual([6, -19, 94]);
  expect(indexAtPoint(sagittal, [6, -19, 94])).toEqual([2, 3, 1]);
});

test('there and back is where it was, on tilted grids too', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  const vector = fc.tuple(part, part, part);
  const spacing = fc.double({ min: 0.1, max: 9, noNaN: true });
  const arbitrary = fc.record({
    axes: fc.tuple(vector, vector, vector),
    spacingMm: fc.tuple(spacing, spacing, spacing),
    index: vector,
    originMm: vector,
  });
  fc.assert(
    fc.property(arbitrary, ({ axes, spacingMm, index, originMm }) => {
      const directions = axes.map(normalise) as unknown as Grid['directions'];
      const [a, b, c] = directions;
      const volume =
        a[0] * (b[1] * c[2] - b[2] * c[1]) +
        a[1] * (b[2] * c[0] - b[0] * c[2]) +
        a[2] * (b[0] * c[1] - b[1] * c[0]);
      fc.pre(Math.abs(volume) > 0.05);
      const grid: Grid = { size: [9, 9, 9], spacingMm, directions, originMm };
      const back = indexAtPoint(grid, pointAtIndex(grid, index));
      for (const axis of [0, 1, 2] as const) expect(back[axis]).toBeCloseTo(index[axis], 8);
    }),
  );
});

test('axes in one plane place nothing', () => {
  const flat: Grid = {
    ...sagittal,
    directions: [
      [1, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
    ],
  };
  expect(indexAtPoint(flat, [1, 2, 3] as Vector).every(Number.isNaN)).toBe(true);
});
