import { expect, test } from 'vitest';
import { bowDeviation, plumbLineDeviation } from './lateral-deviation.ts';
import type { Point } from './plane-points.ts';
import { placed } from './testing/turned-lines.ts';

const bow: Point[] = [
  [0, 300],
  [-12, 200],
  [-20, 150],
  [5, 80],
  [0, 0],
];

test('the centre farthest beside the plumb line, to the right as a negative number', () => {
  expect(plumbLineDeviation(bow)).toEqual({ deviationMm: -20, at: 2 });
  expect(plumbLineDeviation(bow.map(([x, z]): Point => [x + z / 10, z]))).toEqual({
    deviationMm: 30,
    at: 0,
  });
  expect(plumbLineDeviation([])).toBeNull();
});

test('a bow is the same for a patient who leans', () => {
  for (const lean of [0, 12, -30]) {
    const found = bowDeviation(bow.map(placed(lean, [40, 2])));
    expect(found!.at).toBe(2);
    expect(found!.deviationMm).toBeCloseTo(-20, 9);
  }
  expect(bowDeviation([[1, 2]])).toBeNull();
  expect(bowDeviation([])).toBeNull();
});
