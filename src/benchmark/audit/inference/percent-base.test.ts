import { describe, expect, it } from 'vitest';
import { findPercentBase } from './percent-base.ts';

const shares = (counts: number[], base: number) =>
  counts.map(count => ({
    count,
    percent: { value: Math.round((10_000 * count) / base) / 100, unit: 0.01 },
  }));
const counts = [96, 62, 49, 47, 34];
const own = { value: 288, name: 'own' };

describe('findPercentBase', () => {
  it("keeps the table's own total where the rows fit it", () => {
    expect(findPercentBase(shares(counts, 288), [own])).toMatchObject({ value: 288, fits: 5 });
  });

  it('prefers a number that is printed to one that is not', () => {
    const other = { value: 574, name: 'all items' };
    expect(findPercentBase(shares(counts, 574), [own, other])).toEqual({
      ...other,
      fits: 5,
      of: 5,
    });
  });

  it('finds a number that is printed nowhere', () => {
    expect(findPercentBase(shares(counts, 431), [own])?.value).toBe(431);
  });

  it('keeps its own where one row is wrong', () => {
    const rows = shares(counts, 288);
    rows[2]!.percent.value += 1;
    expect(findPercentBase(rows, [own])).toMatchObject({ value: 288, fits: 4 });
  });

  it('keeps its own where no number fits most rows', () => {
    const rows = shares(counts, 288).map((row, at) => ({
      ...row,
      percent: { value: 10 + 7 * at, unit: 0.01 },
    }));
    expect(findPercentBase(rows, [own])?.value).toBe(288);
  });

  it('bears empty and zero rows', () => {
    expect(findPercentBase([], [own])).toBeNull();
    expect(findPercentBase(shares([0, 0], 10), [{ value: 0, name: 'own' }])).not.toBeUndefined();
  });
});
