import { describe, expect, it } from 'vitest';
import { chiSquareQuantile, chiSquareTails } from './chi-square.ts';

describe('chiSquareTails', () => {
  it.each([
    [0.0009765625, 1, 0.0249298348687543, 0.975070165131246],
    [3.84375, 1, 0.950068272436251, 0.0499317275637495],
    [10, 3, 0.981433864536957, 0.0185661354630432],
    [49, 50, 0.486504916358709, 0.513495083641291],
    [700, 500, 0.999999992271008, 7.72899211121665e-9],
  ])('has twelve digits at %d with %d degrees of freedom', (x, df, lower, upper) => {
    const tails = chiSquareTails(x, df);
    expect(tails.lower / lower).toBeCloseTo(1, 12);
    expect(tails.upper / upper).toBeCloseTo(1, 12);
  });

  it('keeps its digits where the lower tail nearly vanishes', () => {
    expect(chiSquareTails(130, 500).lower / 4.16450273834981e-68).toBeCloseTo(1, 11);
  });

  it('reaches its ends', () => {
    expect(chiSquareTails(0, 2)).toEqual({ lower: 0, upper: 1 });
    expect(chiSquareTails(Number.POSITIVE_INFINITY, 2)).toEqual({ lower: 1, upper: 0 });
  });

  it('refuses degrees of freedom that are none', () => {
    expect(() => chiSquareTails(1, 0)).toThrow(RangeError);
  });
});

describe('chiSquareQuantile', () => {
  it.each([
    [0.95, 1, 3.841],
    [0.95, 10, 18.307],
    [0.99, 1, 6.635],
    [0.05, 20, 10.851],
    [0.01, 30, 14.953],
  ])(
    'follows Fisher & Yates (1938), table IV, at p = %d with %d degrees of freedom',
    (p, df, x) => {
      expect(chiSquareQuantile(p, df)).toBeCloseTo(x, 3);
    },
  );
});
