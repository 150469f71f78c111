import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardDeviation } from './standard-deviation.ts';

describe('standardDeviation', () => {
  it('meets the certified values of NIST StRD NumAcc1 to NumAcc4', () => {
    const alternating = (base: number) =>
      Array.from({ length: 1001 }, (_, i) => base + (i === 0 ? 0.2 : i % 2 === 1 ? 0.1 : 0.3));
    expect(standardDeviation([10_000_001, 10_000_003, 10_000_002])).toBe(1);
    expect(standardDeviation(alternating(1))).toBeCloseTo(0.1, 14);
    expect(standardDeviation(alternating(1_000_000))).toBeCloseTo(0.1, 9);
    expect(standardDeviation(alternating(10_000_000))).toBeCloseTo(0.1, 7);
  });

  it('is exactly zero for equal values, also those that cannot be represented', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 200 }), (score, n) => {
        expect(standardDeviation(new Array<number>(n).fill(score))).toBe(0);
      }),
    );
  });

  it('has no value for fewer than two', () => {
    expect(standardDeviation([])).toBeNull();
    expect(standardDeviation([4])).toBeNull();
  });
});
