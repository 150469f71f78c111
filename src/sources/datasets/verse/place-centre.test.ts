import { expect, test } from 'vitest';
import type { Grid } from '../../../contracts/imaging/index.ts';
import { indexInFrame, isInGrid, placeAtIndex } from './place-centre.ts';

/** Columns to the right, rows to the front, slices to the head: 1 × 2 × 3 mm. */
const grid: Grid = {
  size: [10, 20, 30],
  spacingMm: [1, 2, 3],
  directions: [
    [-1, 0, 0],
    [0, -1, 0],
    [0, 0, 1],
  ],
  originMm: [100, 200, -300],
};

test('numbers along other axes are turned to the picture’s own', () => {
  expect(indexInFrame(grid, ['R', 'A', 'S'], [1, 2, 3])).toEqual([1, 2, 3]);
  // P: from the front; I: from the head; each from the far end of the picture.
  expect(indexInFrame(grid, ['P', 'I', 'R'], [4, 5, 6])).toEqual([6, 15, 24]);
  expect(indexInFrame(grid, ['L', 'P', 'S'], [0, 0, 0])).toEqual([9, 19, 0]);
});

test('millimetres are counted from the centre of the first voxel', () => {
  expect(indexInFrame(grid, ['R', 'A', 'S'], [5, 5, 6], 1)).toEqual([5, 2.5, 2]);
  expect(indexInFrame(grid, ['P', 'I', 'R'], [4, 6, 6], 1)).toEqual([6, 17, 27]);
});

test('what is no frame gives nothing', () => {
  expect(indexInFrame(grid, ['P', 'A', 'R'], [0, 0, 0])).toBeNull();
  expect(indexInFrame(grid, ['P', 'P', 'R'], [0, 0, 0])).toBeNull();
});

test('a place is a pixel, the nearest slice, and a point in the patient', () => {
  expect(placeAtIndex(grid, [1, 2, 3.4])).toEqual({
    pixel: [1, 2],
    box: null,
    slice: 3,
    pointMm: [99, 196, -300 + 3.4 * 3],
  });
  expect(placeAtIndex(grid, [1, 2, 99]).slice).toBe(29);
  expect(isInGrid(grid, [9.4, 0, -0.4])).toBe(true);
  expect(isInGrid(grid, [9.6, 0, 0])).toBe(false);
});
