import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleissKappa } from './fleiss-kappa.ts';

// Fleiss (1971), table 1: six diagnoses of each of thirty patients
const patients =
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 ' +
  '144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 ' +
  '111155 224444 133333 555555';
const diagnoses = patients.split(' ').map(patient => [...patient]);

const kappaOf = (...call: Parameters<typeof fleissKappa>) => {
  const result = fleissKappa(...call);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([raters, subjects]) =>
    fc.array(fc.array(fc.nat({ max: 3 }), { minLength: raters, maxLength: raters }), {
      minLength: subjects,
      maxLength: subjects,
    }),
  );

describe('fleissKappa', () => {
  it('gives the 0.430 of Fleiss (1971), table 1, observed 0.556, by chance 0.220', () => {
    expect(kappaOf(diagnoses)).toMatchObject({
      value: expect.closeTo(0.43, 3),
      observedAgreement: expect.closeTo(0.5556, 4),
      chanceAgreement: expect.closeTo(0.2199, 4),
      subjects: 30,
      raters: 6,
    });
  });

  it('gives the error and interval of Gwet’s irrCAC for the first fifteen of them', () => {
    const { value, standardError, interval } = kappaOf(diagnoses.slice(0, 15));
    expect(value).toBeCloseTo(0.4139265, 7);
    expect(standardError).toBeCloseTo(0.08119291, 8);
    expect(interval![0]).toBeCloseTo(0.24, 3);
    expect(interval![1]).toBeCloseTo(0.588, 3);
  });

  it('gives 0.210 for ten subjects, fourteen raters and five categories, as often reprinted', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const labels = counts.map(row =>
      row.flatMap((count, label) => new Array<number>(count).fill(label)),
    );
    expect(kappaOf(labels).value).toBeCloseTo(0.21, 3);
  });

  it('does not care for the names of categories or the order of raters and subjects', () => {
    fc.assert(
      fc.property(tables, labels => {
        const there = fleissKappa(labels);
        const shuffled = labels.map(row => row.map(label => `L${9 - label}`).reverse()).reverse();
        const back = fleissKappa(shuffled);
        if (!there.defined || !back.defined) {
          expect(back).toEqual(there);
          return;
        }
        expect(back.value).toBeCloseTo(there.value, 12);
        expect(back.interval?.[0] ?? 0).toBeCloseTo(there.interval?.[0] ?? 0, 6);
        expect(there.value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says why it has no value or no interval', () => {
    expect(fleissKappa([])).toEqual({ defined: false, reason: 'no-data' });
    expect(fleissKappa([['a'], ['b']])).toEqual({ defined: false, reason: 'too-few-raters' });
    expect(fleissKappa([[], []])).toEqual({ defined: false, reason: 'too-few-raters' });
    expect(fleissKappa([['a', 'a'], ['a']])).toEqual({ defined: false, reason: 'unequal-raters' });
    expect(
      fleissKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toEqual({
      defined: false,
      reason: 'one-category',
    });
    expect(
      kappaOf([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toMatchObject({ value: 1, noInterval: 'perfect' });
    expect(kappaOf([['a', 'b']])).toMatchObject({
      value: -1,
      standardError: null,
      noInterval: 'too-few',
    });
    expect(
      kappaOf([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toMatchObject({ value: -1, noInterval: 'constant' });
  });
});
