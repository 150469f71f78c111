import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialProbability } from './binomial.ts';

describe('binomial', () => {
  it('agrees with exact counting for small numbers', () => {
    expect(binomialProbability(3, 10, 0.5)).toBeCloseTo(120 / 1024, 15);
    expect(binomialCdf(3, 10, 0.5)).toBeCloseTo(176 / 1024, 15);
    expect(binomialProbability(40, 100, 0.25) / 0.00036262679164561).toBeCloseTo(1, 12);
  });

  it.each([
    [4_900, 10_000, 0.00107986432943336, 0.0232927638524737],
    [49_000, 100_000, 5.1946592098893e-12, 1.29435801917345e-10],
  ])('keeps ten digits of the exact sum for %d of %d', (successes, trials, point, below) => {
    expect(binomialProbability(successes, trials, 0.5) / point).toBeCloseTo(1, 10);
    expect(binomialCdf(successes, trials, 0.5) / below).toBeCloseTo(1, 10);
  });

  it('keeps thirteen digits at a million trials, near the mean and in the tail', () => {
    const million = 1_000_000;
    expect(binomialProbability(499_900, million, 0.5) / 0.000782085207967005).toBeCloseTo(1, 13);
    expect(binomialProbability(499_000, million, 0.5) / 0.000107981978018915).toBeCloseTo(1, 13);
  });

  it('handles the edges', () => {
    expect(binomialProbability(0, 0, 0.3)).toBe(1);
    expect(binomialProbability(0, 5, 0)).toBe(1);
    expect(binomialProbability(0, 5, 1)).toBe(0);
    expect(binomialProbability(5, 5, 1)).toBe(1);
    expect(binomialProbability(2, 5, 1)).toBe(0);
    expect(binomialCdf(0, 5, 0)).toBe(1);
    expect(binomialCdf(4, 5, 1)).toBe(0);
    expect(binomialCdf(5, 5, 0.2)).toBe(1);
  });

  it.each([
    [3, 2, 0.5],
    [-1, 2, 0.5],
    [1.5, 2, 0.5],
    [1, 2, 1.5],
  ])('refuses %d of %d at %d', (successes, trials, chance) => {
    expect(() => binomialCdf(successes, trials, chance)).toThrow(RangeError);
  });
});
