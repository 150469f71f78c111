import { describe, expect, it } from 'vitest';
import { deviance, stirlingError } from './saddle-point.ts';

// References computed with forty digits from the log gamma function and the logarithm.
describe('stirlingError', () => {
  it.each([
    [0.25, 0.272510401213432],
    [0.5, 0.15342640972002],
    [1, 0.0810614667953273],
    [3.7, 0.0224687705801432],
    [15, 0.0055547335519628],
    [40, 0.00208328993830242],
    [1_000_000, 8.33333333333306e-8],
  ])('has thirteen decimals at %d', (n, exact) => {
    expect(stirlingError(n)).toBeCloseTo(exact, 13);
  });
});

describe('deviance', () => {
  it('keeps twelve digits where both numbers nearly agree and plain logarithms keep five', () => {
    expect(deviance(503_311.5, 503_304.8) / 4.45950453973369e-5).toBeCloseTo(1, 12);
  });

  it('is the plain formula far away, and zero at the mean', () => {
    expect(deviance(2, 8)).toBeCloseTo(2 * Math.log(2 / 8) + 6, 14);
    expect(deviance(7, 7)).toBe(0);
  });
});
