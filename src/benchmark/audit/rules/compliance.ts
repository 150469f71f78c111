import { listWords, show } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import type { CheckedGrid } from '../inference/check-grid.ts';
import { type Counted, groupColumns } from '../inference/match-categories.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const rule = 'scale of a source';
const table = TABLE.compliance;

/** The scales by category of source are those of the sources they cover. */
export const checkCompliance: Rule = ({ tables, sources }) => {
  const rows = tables.compliance;
  if (rows.length === 0) return [];
  const categories = rows.flatMap(({ label, scale }) =>
    scale ? [{ name: label, count: scale.value }] : [],
  );
  const columns = sources ? sourceSizes(sources) : [];
  const groups = groupColumns(categories, columns);
  const judged = rows.map(({ label, scale }) =>
    judgeCategory(label, scale?.value ?? null, groups.get(label) ?? [], sources),
  );
  // Where single scales are off, so is their sum, for no reason of its own.
  const blamed = judged.some(({ verdict }) => verdict === 'inconsistent');
  const matched = [...groups.values()].flat().length === columns.length;
  return blamed && matched
    ? judged
    : [...judged, ...judgeSum(categories, columns, rows.length, sources)];
};

function sourceSizes(sources: CheckedGrid): Counted[] {
  const { rows, columns } = sources.parts;
  return columns.map(column => ({
    name: column,
    count: rows.reduce((sum, row) => sum + (sources.count(row, column) ?? 0), 0),
  }));
}

function judgeCategory(
  row: string,
  printed: number | null,
  columns: Counted[],
  sources: CheckedGrid | null,
): Finding {
  const place = { table, row, field: 'scale', printed, rule };
  if (printed === null || columns.length === 0 || !sources) {
    const explanation =
      printed === null
        ? 'The scale is not printed.'
        : 'No table says which sources this category covers.';
    return { ...place, recomputed: null, verdict: 'not recomputable', explanation };
  }
  const recomputed = columns.reduce((sum, column) => sum + column.count, 0);
  const names = listWords(columns.map(({ name }) => name));
  const counted = `${sources.grid.table} counts ${show(recomputed)} items of ${names}`;
  return recomputed === printed
    ? { ...place, recomputed, verdict: 'consistent', explanation: `${counted}.` }
    : {
        ...place,
        recomputed,
        verdict: 'inconsistent',
        explanation: `${counted}, but ${show(printed)} is printed here.`,
      };
}

function judgeSum(
  categories: Counted[],
  columns: Counted[],
  rows: number,
  sources: CheckedGrid | null,
): Finding[] {
  if (!sources || categories.length < rows) return [];
  const sum = (counted: Counted[]) => counted.reduce((all, { count }) => all + count, 0);
  const printed = sum(categories);
  const recomputed = sum(columns);
  const same = printed === recomputed;
  return [
    {
      table,
      row: ALL_ROWS,
      field: 'sum of the scales',
      printed,
      recomputed,
      rule,
      verdict: same ? 'consistent' : 'inconsistent',
      explanation: same
        ? `The scales add up to all ${show(recomputed)} items of ${sources.grid.table}.`
        : `The scales add up to ${show(printed)}, the sources in ${sources.grid.table} to ${show(recomputed)}.`,
    },
  ];
}
