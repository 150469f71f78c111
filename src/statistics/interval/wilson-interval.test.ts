import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialProbability } from '../distributions/binomial.ts';
import { wilsonInterval } from './wilson-interval.ts';

const intervalOf = (successes: number, n: number, confidence?: number) => {
  const result = wilsonInterval(successes, n, confidence);
  if (!result.defined) throw new Error(result.reason);
  return result.interval;
};

const counts = fc
  .tuple(fc.nat({ max: 2000 }), fc.nat({ max: 2000 }))
  .map(([a, b]) => ({ successes: Math.min(a, b), n: Math.max(a, b, 1) }));

describe('wilsonInterval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('follows Newcombe (1998), table I, method 3, for %d of %d', (successes, n, low, high) => {
    const [computedLow, computedHigh] = intervalOf(successes, n);
    expect(computedLow).toBeCloseTo(low, 4);
    expect(computedHigh).toBeCloseTo(high, 4);
  });

  it('ends where the score test just stops rejecting, which is what defines it', () => {
    const z = 1.95996398454005;
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const estimate = successes / n;
        for (const limit of intervalOf(successes, n)) {
          const score = Math.abs(estimate - limit);
          expect(score).toBeCloseTo(z * Math.sqrt((limit * (1 - limit)) / n), 9);
        }
      }),
    );
  });

  it('mirrors when right and wrong are exchanged', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const [low, high] = intervalOf(successes, n);
        const [mirroredLow, mirroredHigh] = intervalOf(n - successes, n);
        expect(mirroredLow).toBeCloseTo(1 - high, 12);
        expect(mirroredHigh).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it('covers the truth as often as it says, on average over proportions (Brown, Cai & DasGupta 2001)', () => {
    const n = 50;
    const intervals = Array.from({ length: n + 1 }, (_, x) => intervalOf(x, n));
    const truths = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
    const coverages = truths.map(truth =>
      intervals.reduce(
        (sum, [low, high], x) =>
          low <= truth && truth <= high ? sum + binomialProbability(x, n, truth) : sum,
        0,
      ),
    );
    const average = coverages.reduce((sum, one) => sum + one, 0) / coverages.length;
    expect(average).toBeGreaterThan(0.945);
    expect(average).toBeLessThan(0.96);
    expect(Math.min(...coverages)).toBeGreaterThan(0.83);
  });

  it('ends exactly at the edge where all or none are right', () => {
    for (const n of [1, 3, 7, 574]) {
      expect(intervalOf(0, n)[0]).toBe(0);
      expect(intervalOf(n, n)[1]).toBe(1);
    }
  });

  it('widens with the confidence asked for', () => {
    expect(intervalOf(7, 10, 0.99)[0]).toBeLessThan(intervalOf(7, 10, 0.9)[0]);
  });

  it('takes a share that no whole number makes, between those of its neighbours', () => {
    const [low, high] = intervalOf(6.5, 36);
    expect(low).toBeGreaterThan(intervalOf(6, 36)[0]);
    expect(low).toBeLessThan(intervalOf(7, 36)[0]);
    expect(high).toBeGreaterThan(intervalOf(6, 36)[1]);
    expect(high).toBeLessThan(intervalOf(7, 36)[1]);
  });

  it('is not defined without items', () => {
    expect(wilsonInterval(0, 0)).toEqual({ defined: false, reason: 'no-data' });
  });

  it.each([
    [3, 2, 0.95],
    [-1, 2, 0.95],
    [Number.POSITIVE_INFINITY, 2, 0.95],
    [1, 2, 1],
    [1, 2, 0],
    [Number.NaN, 2, 0.95],
  ])('refuses %d of %d at %d', (successes, n, confidence) => {
    expect(() => wilsonInterval(successes, n, confidence)).toThrow(RangeError);
  });
});
