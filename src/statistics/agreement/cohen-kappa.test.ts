import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CohenOptions, cohenKappa } from './cohen-kappa.ts';

/** Two columns of ratings from a table of counts, first rater in rows. */
const ratings = (table: readonly (readonly number[])[]) => {
  const pairs = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
  );
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const;
};

const kappaOf = (table: readonly (readonly number[])[], options?: CohenOptions<number>) => {
  const result = cohenKappa(...ratings(table), options);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

const columns = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map(pairs => ({ first: pairs.map(([a]) => a), second: pairs.map(([, b]) => b) }));

describe('cohenKappa against published tables', () => {
  it('follows Fleiss, Levin & Paik (2003), table 18.1: 0.68 with standard error 0.087', () => {
    const result = kappaOf([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    expect(result.value).toBeCloseTo(0.68, 2);
    expect(Math.abs(result.standardError - 0.087)).toBeLessThan(0.001);
    expect(result.observedAgreement).toBeCloseTo(0.89, 12);
    expect(result.chanceAgreement).toBeCloseTo(0.66, 12);
  });

  it('follows Gwet (2014) on the abstractors of his irrCAC package: 0.7964 with error 0.05891', () => {
    const result = kappaOf([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]);
    expect(result.value).toBeCloseTo(0.7964094, 7);
    expect(result.standardError).toBeCloseTo(0.05891072, 7);
  });

  it('follows Cohen (1968), table 1: 0.492 unweighted, 0.348 with his weights', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const weights = [
      [1, 5 / 6, 1 / 2],
      [5 / 6, 1, 0],
      [1 / 2, 0, 1],
    ];
    expect(kappaOf(table).value).toBeCloseTo(0.492, 3);
    expect(kappaOf(table, { weights }).value).toBeCloseTo(0.348, 3);
  });

  it('follows R’s vcd on the couples of Hout, Duncan & Sobel (1987), unweighted and linear', () => {
    const couples = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    const plain = kappaOf(couples);
    const linear = kappaOf(couples, { weights: 'linear' });
    expect(plain.value).toBeCloseTo(0.1293, 4);
    expect(plain.standardError).toBeCloseTo(0.0686, 4);
    expect(plain.interval![0]).toBeCloseTo(-0.005120399, 8);
    expect(linear.value).toBeCloseTo(0.2374, 4);
    expect(linear.standardError).toBeCloseTo(0.07832, 5);
  });
});

describe('cohenKappa', () => {
  it('with quadratic weights is Lin’s concordance of the category numbers (Fleiss & Cohen 1973)', () => {
    fc.assert(
      fc.property(columns, ({ first, second }) => {
        const result = cohenKappa(first, second, {
          weights: 'quadratic',
          categories: [1, 2, 3, 4],
        });
        const n = first.length;
        const centre = (values: number[]) => values.reduce((a, b) => a + b, 0) / n;
        const [a, b] = [centre(first), centre(second)];
        const moment = (product: (i: number) => number) =>
          first.reduce((sum, _, i) => sum + product(i), 0) / n;
        const together = moment(i => (first[i]! - a) * (second[i]! - b));
        const apart =
          moment(i => (first[i]! - a) ** 2) + moment(i => (second[i]! - b) ** 2) + (a - b) ** 2;
        if (!result.defined) {
          expect(apart).toBeCloseTo(0, 9);
          return;
        }
        expect(result.value).toBeCloseTo((2 * together) / apart, 9);
      }),
    );
  });

  it('does not care what categories are called or which rater comes first', () => {
    const names = ['', 'disc', 'stenosis', 'fracture', 'tumour'];
    fc.assert(
      fc.property(columns, ({ first, second }) => {
        const there = cohenKappa(first, second);
        const named = cohenKappa(
          second.map(label => names[label]!),
          first.map(label => names[label]!),
        );
        if (!there.defined || !named.defined) {
          expect(named).toEqual(there);
          return;
        }
        expect(named.value).toBeCloseTo(there.value, 12);
        expect(named.standardError).toBeCloseTo(there.standardError, 7);
      }),
    );
  });

  it('keeps its interval between -1 and 1', () => {
    fc.assert(
      fc.property(columns, ({ first, second }) => {
        const result = cohenKappa(first, second, { weights: 'linear' });
        if (!result.defined || result.interval === null) return;
        expect(result.interval[0]).toBeGreaterThanOrEqual(-1);
        expect(result.interval[1]).toBeLessThanOrEqual(1);
        expect(result.standardError).not.toBeNaN();
      }),
    );
  });

  it('says why it has no value or no interval', () => {
    expect(cohenKappa([], [])).toEqual({ defined: false, reason: 'no-data' });
    expect(cohenKappa(['a', 'a'], ['a', 'a'])).toEqual({ defined: false, reason: 'one-category' });
    expect(cohenKappa(['a', 'b'], ['a', 'b'])).toMatchObject({
      value: 1,
      interval: null,
      noInterval: 'perfect',
    });
  });

  it('is zero, not undefined, where only one of the raters knows one category', () => {
    expect(cohenKappa(['a', 'a', 'a'], ['a', 'a', 'b'])).toMatchObject({ value: 0 });
  });

  it('asks for the order of text categories before it weighs them', () => {
    expect(() => cohenKappa(['mild'], ['severe'], { weights: 'linear' })).toThrow(RangeError);
    const categories = ['none', 'mild', 'severe'];
    expect(
      cohenKappa(['none', 'mild', 'severe'], ['none', 'severe', 'severe'], {
        weights: 'linear',
        categories,
      }),
    ).toMatchObject({ observedAgreement: expect.closeTo(5 / 6, 12) });
  });

  it('refuses unequal lengths, unknown labels and weights that are none', () => {
    expect(() => cohenKappa(['a'], [])).toThrow(RangeError);
    expect(() => cohenKappa(['a'], ['b'], { categories: ['a'] })).toThrow('item 0');
    expect(() => cohenKappa([1, 2], [2, 1], { weights: [[1]] })).toThrow(RangeError);
    const lopsided = [
      [0.5, 0],
      [0, 1],
    ];
    expect(() => cohenKappa([1, 2], [2, 1], { weights: lopsided })).toThrow('weights[0][0]');
  });
});
