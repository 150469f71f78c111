import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantile', () => {
  it('is definition 7 of Hyndman & Fan (1996): position (n - 1) p + 1', () => {
    const oneToTen = [7, 1, 10, 3, 2, 9, 4, 8, 6, 5];
    expect(quantile(oneToTen, 0.25)).toBe(3.25);
    expect(quantile(oneToTen, 0.5)).toBe(5.5);
    expect(quantile(oneToTen, 0.9)).toBeCloseTo(9.1, 12);
  });

  it('runs from the smallest to the largest value and never falls', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        expect(quantile(sample, 0)! + 0).toBe(Math.min(...sample) + 0);
        expect(quantile(sample, 1)! + 0).toBe(Math.max(...sample) + 0);
        expect(quantile(sample, p)!).toBeGreaterThanOrEqual(quantile(sample, p / 2)! - 1e-9);
      }),
    );
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('has no value without values and refuses shares that are none', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(() => quantile([1], 1.01)).toThrow(RangeError);
  });
});
