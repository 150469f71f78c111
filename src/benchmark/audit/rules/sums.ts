import { listWords, show } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import type { CheckedGrid } from '../inference/check-grid.ts';
import { type Sum, sumHolds } from '../inference/sums.ts';
import type { Rule } from './rule.ts';

const rule = 'sum';

/** Rows and columns of counts add up to their totals. */
export const checkSums: Rule = ({ sources, tasks }) =>
  [sources, tasks].flatMap(checked =>
    checked ? [...misprintsOf(checked), ...sumsOf(checked)] : [],
  );

function misprintsOf({ grid, misprints }: CheckedGrid): Finding[] {
  return misprints.map(({ row, column, printed, implied }) => ({
    table: grid.table,
    row,
    field: column,
    printed,
    recomputed: implied,
    rule,
    verdict: 'inconsistent',
    explanation: `Both sums that contain this cell fail by ${show(Math.abs(printed - implied))}, and both hold if it reads ${show(implied)}.`,
  }));
}

function sumsOf(checked: CheckedGrid): Finding[] {
  return checked.sums
    .filter(({ at }) => !isMisprint(checked, at))
    .map(sum => judgeSum(sum, checked));
}

const isMisprint = ({ misprints }: CheckedGrid, at: Sum['at']) =>
  misprints.some(({ row, column }) => row === at.row && column === at.column);

function judgeSum(sum: Sum, checked: CheckedGrid): Finding {
  const { at, printed, recomputed, missing } = sum;
  const across = at.column === checked.total.column;
  const parts = listWords(across ? checked.parts.columns : checked.parts.rows);
  const place = {
    table: checked.grid.table,
    row: at.row,
    field: at.column,
    printed,
    recomputed,
    rule,
  };
  if (sumHolds(sum)) {
    const mended = sum.parts.filter(part => isMisprint(checked, part));
    const notes = [
      ...missing.map(
        ({ row, column }) => `${row}/${column}, which has no figure, counting as none`,
      ),
      ...mended.map(({ row, column }) => `${row}/${column} read as it ought to be`),
    ];
    const explanation = `${parts} add up to ${show(recomputed)}${notes.length ? `, ${listWords(notes)}` : ''}.`;
    return { ...place, verdict: 'consistent', explanation };
  }
  if (missing.length > 0) {
    const cells = listWords(missing.map(({ row, column }) => `${row}/${column}`));
    const explanation = `${cells} is not printed; the rest adds up to ${show(recomputed)}.`;
    return { ...place, verdict: 'not recomputable', explanation };
  }
  const gap = show(Math.abs(printed - recomputed));
  const way = printed > recomputed ? 'too many' : 'too few';
  const explanation = `${parts} add up to ${show(recomputed)}, but ${show(printed)} is printed: ${gap} ${way}.`;
  return { ...place, verdict: 'inconsistent', explanation };
}
