import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spearman } from './spearman.ts';

const correlated = (x: readonly number[], y: readonly number[]) => {
  const result = spearman(x, y);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

describe('spearman', () => {
  // Siegel (1956), chapter 9: twelve students
  const status = [42, 46, 39, 37, 65, 88, 86, 56, 62, 92, 54, 81];
  it('gives the 0.82 of Siegel (1956) for authoritarianism and status', () => {
    const authoritarianism = [82, 98, 87, 40, 116, 113, 111, 83, 85, 126, 106, 117];
    expect(correlated(authoritarianism, status).value).toBeCloseTo(0.82, 2);
  });

  it('gives the 0.616 of Siegel (1956) for yielding and status, where ties need mid-ranks', () => {
    const yielding = [0, 0, 1, 1, 3, 4, 5, 6, 7, 8, 8, 12];
    expect(Math.abs(correlated(yielding, status).value - 0.616)).toBeLessThan(0.0015);
  });

  it('gives 0.6 for the tuna of Hollander & Wolfe (1973), as R’s cor.test does', () => {
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    const panel = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
    expect(correlated(lightness, panel).value).toBeCloseTo(0.6, 12);
  });

  it('gives the interval that Bonett’s own statpsych package documents for ci.spear', () => {
    const y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19];
    const x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51];
    const { value, interval } = correlated(y, x);
    expect(value).toBeCloseTo(0.8699639, 7);
    expect(interval![0]).toBeCloseTo(0.5840951, 6);
    expect(interval![1]).toBeCloseTo(0.9638297, 6);
  });

  it('sees the order only', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer()), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, columns => {
        const x = columns.map(([a]) => a);
        const y = columns.map(([, b]) => b);
        expect(
          spearman(
            x.map(value => Math.exp(value)),
            y,
          ),
        ).toEqual(spearman(x, y));
      }),
    );
  });

  it('says why it has no value or no interval', () => {
    expect(spearman([], [])).toEqual({ defined: false, reason: 'no-data' });
    expect(spearman([1], [1])).toEqual({ defined: false, reason: 'too-few' });
    expect(spearman([3, 3, 3], [1, 2, 3])).toEqual({ defined: false, reason: 'constant' });
    expect(correlated([1, 5, 7, 90], [4, 3, 2, 1])).toMatchObject({
      value: -1,
      noInterval: 'perfect',
    });
  });
});
