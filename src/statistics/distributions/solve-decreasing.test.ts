import { describe, expect, it } from 'vitest';
import { solveDecreasing } from './solve-decreasing.ts';

describe('solveDecreasing', () => {
  it.each([1e-250, 3e-7, 0.75, 1, 2, 1234.5, 8e200])('finds a root at %d', root => {
    expect(solveDecreasing(x => Math.log(root / x)) / root).toBeCloseTo(1, 14);
  });

  it('bears a function that is infinite on one side of its root', () => {
    const step = (x: number) => {
      if (Number.isNaN(x)) throw new RangeError('asked at no number');
      return x < 1.6 ? Number.POSITIVE_INFINITY : 1.7 - x;
    };
    expect(solveDecreasing(step)).toBeCloseTo(1.7, 12);
  });

  it('ends at zero or infinity where there is no root', () => {
    expect(solveDecreasing(() => -1)).toBe(0);
    expect(solveDecreasing(() => 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
