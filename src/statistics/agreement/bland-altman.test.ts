import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../distributions/normal.ts';
import { blandAltman } from './bland-altman.ts';

const agreement = (...call: Parameters<typeof blandAltman>) => {
  const result = blandAltman(...call);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

describe('blandAltman', () => {
  // Bland & Altman (1986), table: peak flow of seventeen people, first readings (l/min)
  const wright = [
    494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427,
  ];
  const mini = [
    512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451,
  ];
  // The paper takes two standard deviations where 1.96 would be 95 %.
  const twoDeviations = 2 * normalCdf(2) - 1;

  it('gives bias -2.1 (-22.0 to 17.8) and limits -79.7 and 75.5 of Bland & Altman (1986)', () => {
    const result = agreement(wright, mini, { coverage: twoDeviations });
    expect(result.bias.value).toBeCloseTo(-2.1, 1);
    expect(result.standardDeviation).toBeCloseTo(38.8, 1);
    expect(result.bias.interval[0]).toBeCloseTo(-22, 1);
    expect(result.bias.interval[1]).toBeCloseTo(17.8, 1);
    // The paper adds rounded figures: -2.1 ± 2 × 38.8.
    expect(Math.abs(result.lowerLimit.value - -79.7)).toBeLessThan(0.1);
    expect(Math.abs(result.upperLimit.value - 75.5)).toBeLessThan(0.1);
  });

  it('gives the limits’ intervals of 1986, -114.3 to -45.1 and 40.9 to 110.1, but for its 3 s²/n', () => {
    const { lowerLimit, upperLimit } = agreement(wright, mini, { coverage: twoDeviations });
    expect(Math.abs(lowerLimit.interval[0] - -114.3)).toBeLessThan(1);
    expect(Math.abs(lowerLimit.interval[1] - -45.1)).toBeLessThan(1);
    expect(Math.abs(upperLimit.interval[0] - 40.9)).toBeLessThan(1);
    expect(Math.abs(upperLimit.interval[1] - 110.1)).toBeLessThan(1);
  });

  it('gives the intervals of Bland & Altman (1999), section 2: 85 pairs, bias -16.29, deviation 19.61', () => {
    // Any 85 differences with that mean and deviation have the paper's intervals.
    const raw = Array.from({ length: 85 }, (_, i) => i - 42);
    const spread = Math.sqrt(raw.reduce((sum, one) => sum + one * one, 0) / 84);
    const differences = raw.map(one => -16.29 + (19.61 * one) / spread);
    const { lowerLimit, upperLimit } = agreement(
      differences,
      differences.map(() => 0),
    );
    expect(lowerLimit.value).toBeCloseTo(-54.7, 1);
    expect(upperLimit.value).toBeCloseTo(22.1, 1);
    expect(Math.abs(lowerLimit.interval[0] - -61.9)).toBeLessThan(0.1);
    expect(Math.abs(lowerLimit.interval[1] - -47.5)).toBeLessThan(0.1);
    expect(Math.abs(upperLimit.interval[0] - 14.9)).toBeLessThan(0.1);
    expect(Math.abs(upperLimit.interval[1] - 29.3)).toBeLessThan(0.15);
  });

  it('turns over when the methods change places', () => {
    const pairs = fc.array(fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })), { minLength: 2 });
    fc.assert(
      fc.property(pairs, columns => {
        const first = columns.map(([a]) => a);
        const second = columns.map(([, b]) => b);
        const there = agreement(first, second);
        const back = agreement(second, first);
        expect(back.bias.value).toBeCloseTo(-there.bias.value, 9);
        expect(back.lowerLimit.value).toBeCloseTo(-there.upperLimit.value, 9);
        expect(back.upperLimit.interval[1]).toBeCloseTo(-there.lowerLimit.interval[0], 9);
        expect(back.points.map(point => point.mean)).toEqual(there.points.map(point => point.mean));
      }),
    );
  });

  it('has limits of no width where all pairs differ by the same', () => {
    const result = agreement([3, 4, 5], [1, 2, 3]);
    expect(result.lowerLimit).toEqual({ value: 2, interval: [2, 2] });
    expect(result.upperLimit).toEqual({ value: 2, interval: [2, 2] });
  });

  it('says why it has no value', () => {
    expect(blandAltman([], [])).toEqual({ defined: false, reason: 'no-data' });
    expect(blandAltman([1], [2])).toEqual({ defined: false, reason: 'too-few' });
  });

  it('refuses unequal lengths and what is no number', () => {
    expect(() => blandAltman([1, 2], [1])).toThrow(RangeError);
    expect(() => blandAltman([1, 2], [1, Number.NaN])).toThrow('second[1]');
  });
});
