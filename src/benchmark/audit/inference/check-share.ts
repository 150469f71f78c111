import { point } from '../figures/interval.ts';
import { type Estimate, holds, judge } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';
import type { ShareRow, ShareTable } from '../reading/tables.ts';
import { findPercentBase, type NamedBase, type PercentBase } from './percent-base.ts';

export type FullRow = { label: string; count: Printed; percent: Printed };

export type CheckedShare = {
  table: ShareTable;
  /** Rows with both figures. */
  full: FullRow[];
  /** Sum of the counts, a misprint mended; null where a count is not printed. */
  sum: number | null;
  /** What the percentages are shares of. */
  base: PercentBase | null;
  /** The one count whose percentage asks for another number, which also mends the sum. */
  misprint: { label: string; implied: number } | null;
  /** A row's count, the misprint mended. */
  count: (row: ShareRow) => number | null;
};

export const isFull = (row: ShareRow): row is FullRow => row.count !== null && row.percent !== null;

export function shareOf(count: number, base: number): Estimate {
  const nominal = (100 * count) / base;
  return { nominal, range: point(nominal), how: '' };
}

/** `others` are numbers printed elsewhere that the percentages might be of. */
export function checkShare(table: ShareTable, others: NamedBase[]): CheckedShare {
  const full = table.rows.filter(isFull);
  const sum = table.rows.every(row => row.count !== null)
    ? table.rows.reduce((all, row) => all + row.count!.value, 0)
    : null;
  const own = table.total?.count?.value ?? sum;
  const base = findPercentBase(
    full.map(row => ({ count: row.count.value, percent: row.percent })),
    [
      ...(own === null ? [] : [{ value: own, name: "this table's total" }]),
      ...(sum === null ? [] : [{ value: sum, name: 'the sum of the counts' }]),
      ...others,
    ],
  );
  const misprint = findMisprint(table, full, sum, base);
  const count = (row: ShareRow) =>
    misprint?.label === row.label ? misprint.implied : (row.count?.value ?? null);
  return {
    table,
    full,
    sum: sum === null ? null : table.rows.reduce((all, row) => all + count(row)!, 0),
    base,
    misprint,
    count,
  };
}

function findMisprint(
  table: ShareTable,
  full: FullRow[],
  sum: number | null,
  base: PercentBase | null,
): CheckedShare['misprint'] {
  const total = table.total?.count?.value;
  if (total === undefined || sum === null || !base || total === sum) return null;
  const misfits = full.filter(
    row => !holds(judge(row.percent, shareOf(row.count.value, base.value))),
  );
  const [row] = misfits;
  if (!row || misfits.length > 1) return null;
  const implied = row.count.value + total - sum;
  const fits = implied >= 0 && holds(judge(row.percent, shareOf(implied, base.value)));
  return fits ? { label: row.label, implied } : null;
}
