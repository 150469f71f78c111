import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainingCounts, sizeOf, wholeCounts } from './whole-counts.ts';

const printed = (value: number, unit = 0.01) => ({ value, unit });

describe('wholeCounts', () => {
  it('finds the count behind a percentage', () => {
    expect(explainingCounts(printed(86.73), 294)).toEqual({ low: 255, high: 255 });
    expect(explainingCounts(printed(79.97), 193)).toBeNull();
  });

  it('tells rounding from cutting off', () => {
    const { rounded, cut } = wholeCounts(printed(81.86), 193);
    expect(sizeOf(rounded)).toBe(0);
    expect(cut).toEqual({ low: 158, high: 158 });
  });

  it('gives every count where digits are few', () => {
    expect(explainingCounts(printed(80, 1), 1000)).toEqual({ low: 795, high: 805 });
  });

  it('any share printed by rounding or by cutting leads back to its count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (items, share) => {
          const right = Math.round(items * share);
          const exact = (100 * right) / items;
          const { rounded } = wholeCounts(printed(Math.round(exact * 100) / 100), items);
          expect(rounded.low <= right && right <= rounded.high).toBe(true);
          const { cut } = wholeCounts(printed(Math.floor(exact * 100 + 1e-9) / 100), items);
          expect(cut.low <= right && right <= cut.high).toBe(true);
        },
      ),
    );
  });
});
