import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile, twoSidedZ } from './normal.ts';

describe('normalCdf', () => {
  it('follows Abramowitz & Stegun (1964), table 26.1', () => {
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCdf(1.96)).toBeCloseTo(0.975002104851779, 14);
    expect(normalCdf(3)).toBeCloseTo(0.998650101968369, 14);
  });

  it.each([
    [-37, 5.72557122252458e-300],
    [-8, 6.22096057427178e-16],
    [-2.5, 0.00620966532577613],
    [-0.125, 0.450261775169887],
    [1.75, 0.959940843136183],
    [6, 0.999999999013412],
  ])('has twelve digits at %d, also in the far tail', (z, exact) => {
    expect(normalCdf(z) / exact).toBeCloseTo(1, 12);
  });

  it('reaches its ends', () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });

  it('refuses what is not a number', () => {
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });
});

describe('normalQuantile', () => {
  it('follows Abramowitz & Stegun (1964), table 26.5', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.95996398454005, 14);
    expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489, 14);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('undoes the distribution function from the far tail to the middle', () => {
    for (const z of [-37, -12, -5, -1.3, -0.01, 0.2, 2.5, 5]) {
      expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9);
    }
  });

  it('stays finite at the smallest number there is', () => {
    expect(normalQuantile(Number.MIN_VALUE)).toBeCloseTo(-38.47, 1);
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses %d', p => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('twoSidedZ', () => {
  it('is 1.96 for 95 % and keeps its digits close to certainty', () => {
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 13);
    expect(normalCdf(-twoSidedZ(1 - 2 ** -50)) * 2 ** 51).toBeCloseTo(1, 10);
  });
});
