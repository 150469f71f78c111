import { describe, expect, it } from 'vitest';
import { checkGrid } from './check-grid.ts';
import { sumHolds } from './sums.ts';

const grid = (rows: Record<string, (number | null)[]>, columns = ['a', 'b', 'total']) => ({
  table: 'grid',
  columns,
  rows: Object.entries(rows).map(([name, values]) => ({
    name,
    cells: values.map(value => (value === null ? null : { value, unit: 1 })),
  })),
});
const sound = { train: [1, 2, 3], test: [4, 5, 9], total: [5, 7, 12] };
const nothing = () => null;

describe('checkGrid', () => {
  it('adds up across and down', () => {
    const { sums, misprints } = checkGrid(grid(sound), nothing);
    expect(sums).toHaveLength(6);
    expect(sums.every(sumHolds)).toBe(true);
    expect(misprints).toEqual([]);
  });

  it.each([
    ['train', 'a', 0, 1],
    ['test', 'total', 2, 9],
    ['total', 'b', 1, 7],
    ['total', 'total', 2, 12],
  ])('finds the one wrong cell in %s/%s, and no sum is wrong then', (row, column, at, right) => {
    const rows = structuredClone(sound) as Record<string, number[]>;
    rows[row]![at]! += 10;
    const checked = checkGrid(grid(rows), nothing);
    expect(checked.misprints).toEqual([{ row, column, printed: right + 10, implied: right }]);
    expect(checked.sums.every(sumHolds)).toBe(true);
    expect(checked.count(row, column)).toBe(right);
  });

  it('finds two wrong cells that do not lie in one line', () => {
    const checked = checkGrid(grid({ ...sound, train: [1, 12, 3], test: [9, 5, 9] }), nothing);
    expect(checked.misprints.map(({ row, column }) => `${row}/${column}`).sort()).toEqual([
      'test/a',
      'train/b',
    ]);
  });

  it('blames no cell where several would do', () => {
    const checked = checkGrid(grid({ ...sound, train: [2, 2, 3], test: [5, 5, 9] }), nothing);
    expect(checked.misprints).toEqual([]);
    expect(checked.sums.filter(sum => !sumHolds(sum)).length).toBeGreaterThan(0);
  });

  it('uses sums known from elsewhere where the grid has no totals across', () => {
    const rows = { train: [1, 2], test: [4, 6], total: [5, 7] };
    const known = new Map([
      ['train', 3],
      ['test', 9],
      ['total', 12],
    ]);
    const checked = checkGrid(grid(rows, ['a', 'b']), row => known.get(row) ?? null);
    expect(checked.misprints).toEqual([{ row: 'test', column: 'b', printed: 6, implied: 5 }]);
  });

  it('counts a dash as none', () => {
    const checked = checkGrid(grid({ train: [1, null, 1], total: [1, null, 1] }), nothing);
    expect(checked.sums.every(sumHolds)).toBe(true);
    expect(checked.count('train', 'b')).toBe(0);
    expect(checked.count('train', 'nowhere')).toBeNull();
  });
});
