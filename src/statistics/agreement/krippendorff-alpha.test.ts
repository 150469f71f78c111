import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from '../interval/bootstrap-interval.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { krippendorffAlpha, type MeasurementLevel } from './krippendorff-alpha.ts';

const _ = null;
// Krippendorff (2011), section C: four observers, twelve units, values missing
const reliabilityData = [
  [1, 1, _, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [_, 5, 5, 5],
  [_, _, 1, 1],
  [_, _, 3, _],
];

const alphaOf = (units: readonly (readonly (number | null)[])[], level: MeasurementLevel) => {
  const result =
    level === 'nominal' ? krippendorffAlpha(units, level) : krippendorffAlpha(units, level);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

/** Alpha by the book: a matrix of coincidences, and his distances between every two values. */
function byCoincidences(units: readonly (readonly (number | null)[])[], level: MeasurementLevel) {
  const rated = units
    .map(unit => unit.filter(rating => rating !== null))
    .filter(unit => unit.length > 1);
  const values = [...new Set(rated.flat())].sort((a, b) => a - b);
  const coincidences = values.map(() => values.map(() => 0));
  for (const unit of rated) {
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i !== j) coincidences[values.indexOf(a)]![values.indexOf(b)]! += 1 / (unit.length - 1);
      });
    });
  }
  const totals = coincidences.map(row => row.reduce((sum, count) => sum + count, 0));
  const n = totals.reduce((sum, count) => sum + count, 0);
  const distance = (c: number, k: number): number => {
    if (level === 'nominal') return c === k ? 0 : 1;
    if (level === 'interval') return (values[c]! - values[k]!) ** 2;
    const [from, to] = [Math.min(c, k), Math.max(c, k)];
    const between = totals.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
    return (between - (totals[c]! + totals[k]!) / 2) ** 2;
  };
  let [observed, expected] = [0, 0];
  values.forEach((_c, c) => {
    values.forEach((_k, k) => {
      observed += coincidences[c]![k]! * distance(c, k);
      expected += (totals[c]! * totals[k]! * distance(c, k)) / (n - 1);
    });
  });
  return 1 - observed / expected;
}

describe('krippendorffAlpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('gives the %s alpha of Krippendorff (2011), section C: %d', (level, printed) => {
    expect(alphaOf(reliabilityData, level).value).toBeCloseTo(printed, 3);
    expect(alphaOf(reliabilityData, level)).toMatchObject({ units: 11, ratings: 40 });
  });

  it('gives the 0.692 of Krippendorff (2011), section B: two observers, five names, none missing', () => {
    const ben = [...'aabbdcccedda'];
    const gerry = [...'babbbccceddd'];
    expect(krippendorffAlpha(pairUp(ben, gerry), 'nominal')).toMatchObject({
      value: expect.closeTo(0.692, 3),
    });
  });

  it('gives the 0.095 of Krippendorff (2011), section A: two observers, yes or no', () => {
    const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    expect(krippendorffAlpha(pairUp(meg, owen), 'nominal')).toMatchObject({
      value: expect.closeTo(0.095, 3),
    });
  });

  it('equals the coincidence matrices of the book on any data, at every level', () => {
    const rating = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    const units = fc.array(fc.array(rating, { minLength: 0, maxLength: 5 }), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(units, fc.constantFrom('nominal', 'ordinal', 'interval'), (data, level) => {
        const result =
          level === 'nominal' ? krippendorffAlpha(data, level) : krippendorffAlpha(data, level);
        if (!result.defined) {
          expect(byCoincidences(data, level)).toBeNaN();
          return;
        }
        expect(result.value).toBeCloseTo(byCoincidences(data, level), 9);
      }),
    );
  });

  it('is Fleiss’ kappa but for the small-sample term where nothing is missing', () => {
    const data = [...'113 223 221 333 112 312'.split(' ')].map(unit => [...unit]);
    const alpha = krippendorffAlpha(data, 'nominal');
    const kappa = fleissKappa(data);
    if (!alpha.defined || !kappa.defined) throw new Error('both are defined here');
    expect(1 - alpha.value).toBeCloseTo(((1 - kappa.value) * 17) / 18, 12);
  });

  it('can be resampled by units for an interval', () => {
    const alpha = (units: readonly (readonly (number | null)[])[]) => {
      const result = krippendorffAlpha(units, 'ordinal');
      return result.defined ? result.value : null;
    };
    const result = bootstrapInterval(reliabilityData, alpha, { method: 'percentile' });
    if (!result.defined) throw new Error(result.reason);
    expect(result.interval![0]).toBeLessThan(0.815);
    expect(result.interval![1]).toBeGreaterThan(0.815);
  });

  it('says why it has no value', () => {
    expect(krippendorffAlpha([], 'nominal')).toEqual({ defined: false, reason: 'no-data' });
    expect(krippendorffAlpha([[1], [2, null]], 'interval')).toEqual({
      defined: false,
      reason: 'no-pairs',
    });
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3, 3],
        ],
        'ordinal',
      ),
    ).toEqual({
      defined: false,
      reason: 'one-category',
    });
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'interval',
      ),
    ).toMatchObject({ value: 1 });
  });

  it('refuses scores that are no numbers where they are to be measured', () => {
    expect(() => krippendorffAlpha([[1, Number.NaN]], 'interval')).toThrow(RangeError);
  });
});

function pairUp<T>(first: readonly T[], second: readonly T[]): T[][] {
  return first.map((rating, i) => [rating, second[i]!]);
}
