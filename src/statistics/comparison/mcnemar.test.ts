import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPairs, mcnemar } from './mcnemar.ts';

describe('mcnemar', () => {
  it('follows Fagerland, Lydersen & Laake (2013), table 1: 1 against 7 children', () => {
    const result = mcnemar({ onlyFirst: 1, onlySecond: 7 });
    expect(result.uncorrected?.p).toBeCloseTo(0.034, 3);
    expect(result.corrected?.p).toBeCloseTo(0.077, 3);
    expect(result.exactP).toBeCloseTo(0.07, 3);
    expect(result.midP).toBeCloseTo(0.039, 3);
  });

  it('follows Agresti (1990), p. 350: approval of the president, 150 against 86', () => {
    const { uncorrected, exactP } = mcnemar({ onlyFirst: 150, onlySecond: 86 });
    expect(uncorrected?.statistic).toBeCloseTo(17.3559, 4);
    expect(uncorrected?.p).toBeCloseTo(3.099e-5, 8);
    expect(exactP).toBeCloseTo(3.716e-5, 8);
  });

  it('takes half the chance of a tie from mid-p where the counts are even, as they do', () => {
    expect(mcnemar({ onlyFirst: 10, onlySecond: 10 })).toMatchObject({
      exactP: 1,
      midP: expect.closeTo(1 - 184_756 / 2 ** 21, 12),
    });
  });

  it('equals exact counting in whole numbers', () => {
    const counts = fc.nat({ max: 30 });
    fc.assert(
      fc.property(counts, counts, (onlyFirst, onlySecond) => {
        const n = onlyFirst + onlySecond;
        let [choose, below] = [1n, 0n];
        for (let i = 0; i <= Math.min(onlyFirst, onlySecond); i++) {
          below += choose;
          choose = (choose * BigInt(n - i)) / BigInt(i + 1);
        }
        const exact = Math.min(1, (2 * Number(below)) / 2 ** n);
        expect(mcnemar({ onlyFirst, onlySecond }).exactP).toBeCloseTo(exact, 11);
      }),
    );
  });

  it('does not care which model is named first, and mid-p never exceeds exact p', () => {
    const counts = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(counts, counts, (onlyFirst, onlySecond) => {
        const there = mcnemar({ onlyFirst, onlySecond });
        expect(mcnemar({ onlyFirst: onlySecond, onlySecond: onlyFirst })).toEqual(there);
        expect(there.midP).toBeLessThanOrEqual(there.exactP);
      }),
    );
  });

  it('has p = 1 and no chi-square without discordant items', () => {
    expect(mcnemar({ onlyFirst: 0, onlySecond: 0 })).toEqual({
      discordant: 0,
      exactP: 1,
      midP: 1,
      corrected: null,
      uncorrected: null,
    });
  });

  it('approaches the chi-square at a million items', () => {
    const { exactP, corrected } = mcnemar({ onlyFirst: 250_800, onlySecond: 249_200 });
    expect(exactP / corrected!.p).toBeCloseTo(1, 3);
  });

  it.each([-1, 0.5, Number.NaN])('refuses the count %d', onlyFirst => {
    expect(() => mcnemar({ onlyFirst, onlySecond: 1 })).toThrow(RangeError);
  });
});

describe('countPairs', () => {
  it('sorts items by who was right', () => {
    const first = [true, true, true, false, false];
    const second = [true, false, false, true, false];
    expect(countPairs(first, second)).toEqual({
      both: 1,
      onlyFirst: 2,
      onlySecond: 1,
      neither: 1,
    });
  });

  it('refuses models that answered different numbers of items', () => {
    expect(() => countPairs([true], [])).toThrow(RangeError);
  });
});
