import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from './mid-ranks.ts';

describe('midRanks', () => {
  it('gives tied values the mean of their ranks, as Siegel (1956) ranks twelve students', () => {
    expect(midRanks([0, 0, 1, 1, 3, 4, 5, 6, 7, 8, 8, 12])).toEqual([
      1.5, 1.5, 3.5, 3.5, 5, 6, 7, 8, 9, 10.5, 10.5, 12,
    ]);
  });

  it('always adds up to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), values => {
        const total = midRanks(values).reduce((sum, rank) => sum + rank, 0);
        expect(total).toBe((values.length * (values.length + 1)) / 2);
      }),
    );
  });
});
