import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherFQuantile } from '../distributions/fisher-f.ts';
import { type Coefficient, intraclassCorrelation } from './intraclass-correlation.ts';

// Shrout & Fleiss (1979), table 2: six targets, four judges
const judged = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const icc = (scores: readonly (readonly number[])[], confidence?: number) => {
  const result = intraclassCorrelation(scores, confidence);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

const known = (coefficient: Coefficient) => {
  if (!coefficient.defined) throw new Error(coefficient.reason);
  return coefficient;
};

const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 12 }))
  .chain(([raters, subjects]) =>
    fc.array(fc.array(fc.nat({ max: 5 }), { minLength: raters, maxLength: raters }), {
      minLength: subjects,
      maxLength: subjects,
    }),
  );

describe('intraclassCorrelation', () => {
  it('gives ICC(2,1) = 0.29 and ICC(2,4) = 0.62 of Shrout & Fleiss (1979), table 4', () => {
    expect(known(icc(judged).single).value).toBeCloseTo(0.29, 2);
    expect(known(icc(judged).average).value).toBeCloseTo(0.62, 2);
  });

  it('gives the mean squares of their table 3: 11.24, 32.49 and 1.02', () => {
    const { between, judges, error } = icc(judged).meanSquares;
    expect(between).toBeCloseTo(11.24, 2);
    expect(judges).toBeCloseTo(32.49, 2);
    expect(error).toBeCloseTo(1.02, 2);
  });

  it('gives the intervals that R’s psych prints for their data: 0.02 to 0.76 and 0.07 to 0.93', () => {
    const { single, average } = icc(judged);
    expect(known(single).interval![0]).toBeCloseTo(0.019, 3);
    expect(known(single).interval![1]).toBeCloseTo(0.761, 3);
    expect(known(average).interval![0]).toBeCloseTo(0.07, 2);
    expect(known(average).interval![1]).toBeCloseTo(0.93, 2);
  });

  it('has the interval of Shrout & Fleiss’ own equations, and Spearman-Brown’s of it for the mean', () => {
    fc.assert(
      fc.property(tables, scores => {
        const result = intraclassCorrelation(scores);
        if (!result.defined || !result.single.defined || result.single.interval === null) return;
        const { between: bms, judges: jms, error: ems } = result.meanSquares;
        if (ems === 0 || result.single.value < 0) return;
        const [n, k] = [result.subjects, result.raters];
        const rho = result.single.value;
        const fj = jms / ems;
        const inner = n * (1 + (k - 1) * rho) - k * rho;
        const v =
          ((k - 1) * (n - 1) * (k * rho * fj + inner) ** 2) /
          ((n - 1) * k * k * rho * rho * fj * fj + inner ** 2);
        const above = fisherFQuantile(0.975, n - 1, v);
        const below = fisherFQuantile(0.975, v, n - 1);
        const other = k * jms + (k * n - k - n) * ems;
        const low = (n * (bms - above * ems)) / (above * other + n * bms);
        const high = (n * (below * bms - ems)) / (other + n * below * bms);
        expect(result.single.interval[0]).toBeCloseTo(low, 6);
        expect(result.single.interval[1]).toBeCloseTo(high, 6);
        if (!result.average.defined || result.average.interval === null) return;
        const lengthened = (value: number) => (k * value) / (1 + (k - 1) * value);
        expect(result.average.value).toBeCloseTo(lengthened(rho), 6);
        expect(result.average.interval[1]).toBeCloseTo(lengthened(high), 6);
      }),
    );
  });

  it('lies inside its own interval, also below zero', () => {
    fc.assert(
      fc.property(tables, scores => {
        const result = intraclassCorrelation(scores);
        if (!result.defined) return;
        for (const coefficient of [result.single, result.average]) {
          if (!coefficient.defined || coefficient.interval === null) continue;
          expect(coefficient.interval[0]).toBeLessThanOrEqual(coefficient.value);
          expect(coefficient.interval[1]).toBeGreaterThanOrEqual(coefficient.value);
        }
      }),
    );
  });

  it('never exceeds 1 and never gives a number that is none', () => {
    fc.assert(
      fc.property(tables, scores => {
        const result = intraclassCorrelation(scores);
        if (!result.defined) return;
        for (const coefficient of [result.single, result.average]) {
          if (!coefficient.defined) continue;
          expect(coefficient.value).toBeLessThanOrEqual(1);
          for (const limit of coefficient.interval ?? []) {
            expect(Number.isFinite(limit)).toBe(true);
          }
        }
      }),
    );
  });

  it('does not care about units, or the order of subjects and raters', () => {
    fc.assert(
      fc.property(tables, scores => {
        const there = intraclassCorrelation(scores);
        const moved = intraclassCorrelation(
          scores.map(row => row.map(score => 10 * score + 3).reverse()).reverse(),
        );
        if (!there.defined || !moved.defined) {
          expect(moved).toEqual(there);
          return;
        }
        if (!there.single.defined || !moved.single.defined) {
          return expect(moved.single).toEqual(there.single);
        }
        expect(moved.single.value).toBeCloseTo(there.single.value, 9);
      }),
    );
  });

  it('falls when one rater is stricter throughout, where a correlation would not', () => {
    const fair = [
      [1, 1],
      [2, 3],
      [4, 4],
      [5, 5],
    ];
    const strict = fair.map(([a, b]) => [a!, b! - 2]);
    expect(known(icc(strict).single).value).toBeLessThan(known(icc(fair).single).value - 0.2);
  });

  it('narrows its interval when less confidence is asked for', () => {
    const [low, high] = known(icc(judged, 0.5).single).interval!;
    expect(low).toBeGreaterThan(0.019);
    expect(high).toBeLessThan(0.761);
  });

  it('says why it has no value or no interval', () => {
    expect(intraclassCorrelation([])).toEqual({ defined: false, reason: 'no-data' });
    expect(intraclassCorrelation([[1, 2]])).toEqual({ defined: false, reason: 'too-few' });
    expect(intraclassCorrelation([[1], [2]])).toEqual({
      defined: false,
      reason: 'too-few-raters',
    });
    expect(
      intraclassCorrelation([
        [0.1, 0.1],
        [0.1, 0.1],
      ]),
    ).toEqual({ defined: false, reason: 'constant' });
    const agreed = icc([
      [0.1, 0.1, 0.1],
      [0.3, 0.3, 0.3],
      [0.7, 0.7, 0.7],
    ]);
    expect(agreed.single).toMatchObject({ value: 1, interval: null, noInterval: 'perfect' });
    expect(agreed.average).toMatchObject({ value: 1, interval: null, noInterval: 'perfect' });
    const opposed = icc([
      [0, 1],
      [1, 0],
    ]);
    expect(opposed.single).toEqual({ defined: false, reason: 'not-estimable' });
    expect(opposed.average).toEqual({ defined: false, reason: 'not-estimable' });
  });

  it('refuses gaps and what is no number', () => {
    expect(() => intraclassCorrelation([[1, 2], [1]])).toThrow('scores[1]');
    expect(() =>
      intraclassCorrelation([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toThrow('scores[1][1]');
  });
});
