import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from './pearson.ts';

const correlated = (x: readonly number[], y: readonly number[], confidence?: number) => {
  const result = pearson(x, y, confidence);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

const columns = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map(pairs => ({ x: pairs.map(([a]) => a), y: pairs.map(([, b]) => b) }));

describe('pearson', () => {
  const shared = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  it.each([
    ['I', shared, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]],
    ['II', shared, [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]],
    ['III', shared, [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]],
    [
      'IV',
      [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8],
      [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89],
    ],
  ])('gives the 0.816 of Anscombe (1973) for his set %s', (_, x, y) => {
    expect(correlated(x, y).value).toBeCloseTo(0.816, 2);
    expect(Math.abs(correlated(x, y).value - 0.8164)).toBeLessThan(0.0005);
  });

  it('gives what R’s cor.test documents for the tuna of Hollander & Wolfe (1973), p. 187', () => {
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    const panel = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
    const { value, interval } = correlated(lightness, panel);
    expect(value).toBeCloseTo(0.5711816, 7);
    expect(interval![0]).toBeCloseTo(-0.1497426, 7);
    expect(interval![1]).toBeCloseTo(0.8955795, 7);
  });

  it('does not change with units or zero points, and turns with one of them', () => {
    fc.assert(
      fc.property(columns, ({ x, y }) => {
        const there = pearson(x, y);
        const scaled = pearson(
          x.map(value => 1e9 + value / 7),
          y.map(value => -1e-9 * value),
        );
        if (!there.defined) {
          expect(scaled).toEqual(there);
          return;
        }
        expect(scaled.defined && scaled.value).toBeCloseTo(-there.value, 5);
        expect(correlated(y, x).value).toBeCloseTo(there.value, 12);
        expect(Math.abs(there.value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is exactly 1 or -1 on any straight line', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2 });
    const slopes = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(numbers, slopes, fc.integer({ min: -9, max: 9 }), (x, slope, start) => {
        const along = x.map(value => start / 10 + (slope / 100) * value);
        expect(correlated(x, along).value).toBe(1);
        expect(
          correlated(
            x,
            along.map(value => -value),
          ).value,
        ).toBe(-1);
      }),
    );
  });

  it('stays inside -1 to 1 and around the value', () => {
    fc.assert(
      fc.property(columns, ({ x, y }) => {
        const result = pearson(x, y);
        if (!result.defined || result.interval === null) return;
        const [low, high] = result.interval;
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThan(result.value);
        expect(high).toBeGreaterThan(result.value);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says why it has no value or no interval', () => {
    expect(pearson([], [])).toEqual({ defined: false, reason: 'no-data' });
    expect(pearson([1], [2])).toEqual({ defined: false, reason: 'too-few' });
    expect(pearson([1, 2, 3], [4, 4, 4])).toEqual({ defined: false, reason: 'constant' });
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toEqual({ defined: false, reason: 'constant' });
    expect(correlated([1, 2, 3], [1, 3, 2])).toMatchObject({ noInterval: 'too-few' });
    expect(correlated([1, 2, 3, 4, 5], [0.3, 0.6, 0.9, 1.2, 1.5])).toMatchObject({
      value: 1,
      noInterval: 'perfect',
    });
  });

  it('survives scores near the limits of floating point', () => {
    expect(correlated([1e-200, 2e-200, 4e-200], [3, 1, 2]).value).toBeCloseTo(-0.3273, 4);
    expect(correlated([-1e100, 1e100, 0], [1, 2, 1.5]).value).toBe(1);
  });

  it('refuses columns of unequal length and what is no number', () => {
    expect(() => pearson([1, 2], [1])).toThrow(RangeError);
    expect(() => pearson([1, Number.NaN], [1, 2])).toThrow('x[1]');
    expect(() => pearson([1, 2], [1, Number.POSITIVE_INFINITY])).toThrow('y[1]');
  });
});
