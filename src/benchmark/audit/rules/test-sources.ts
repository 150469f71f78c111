import { show } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import type { CheckedGrid } from '../inference/check-grid.ts';
import { testItemsOf, testRow } from '../inference/questions.ts';
import { matchNames } from '../reading/names.ts';
import { roles } from '../reading/roles.ts';
import { type ShareTable, TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const rule = 'questions by source';

/** The questions of a source are among its test items, and what the sources hold beyond their
 *  questions are the test items that are no questions. */
export const checkTestSources: Rule = ({ shares, sources, tasks }) => {
  const checked = shares.find(share => share.table.table === TABLE.testSources);
  const split = testRow(sources);
  if (!checked || !sources || split === null) return [];
  const { table } = checked;
  const columns = matchNames(
    table.rows.map(row => row.label),
    sources.parts.columns,
  );
  const matched = table.rows.flatMap(row => {
    const column = columns.get(row.label);
    const items = column === undefined ? null : sources.count(split, column);
    const questions = checked.count(row);
    return questions !== null && items !== null ? [{ label: row.label, questions, items }] : [];
  });
  return [
    ...matched.map(row => judgeSource(table.table, row, sources)),
    ...unmatched(
      table,
      matched.map(row => row.label),
      sources,
    ),
    ...judgeRest(table, matched, testItemsOf(tasks, roles.report), sources),
  ];
};

type Matched = { label: string; questions: number; items: number };

function judgeSource(table: string, row: Matched, { grid }: CheckedGrid): Finding {
  const place = { table, row: row.label, field: 'count', printed: row.questions, rule };
  const counted = `${grid.table} counts ${show(row.items)} test items of this source`;
  if (row.questions > row.items) {
    const explanation = `${counted}, so it cannot have ${show(row.questions)} questions.`;
    return { ...place, recomputed: row.items, verdict: 'inconsistent', explanation };
  }
  const rest = row.items - row.questions;
  const explanation =
    rest === 0
      ? `${counted}, all of them questions.`
      : `${counted}: ${show(row.questions)} questions and ${show(rest)} others.`;
  return { ...place, recomputed: row.questions, verdict: 'consistent', explanation };
}

function unmatched(
  { table, rows }: ShareTable,
  matched: string[],
  sources: CheckedGrid,
): Finding[] {
  return rows
    .filter(row => !matched.includes(row.label))
    .map(row => ({
      table,
      row: row.label,
      field: 'count',
      printed: row.count?.value ?? null,
      recomputed: null,
      rule,
      verdict: 'not recomputable',
      explanation: row.count
        ? `No column of ${sources.grid.table} bears a like name.`
        : 'The count is not printed.',
    }));
}

function judgeRest(
  { table, rows }: ShareTable,
  matched: Matched[],
  reports: number | null,
  { grid }: CheckedGrid,
): Finding[] {
  if (reports === null || matched.length < rows.length || matched.length === 0) return [];
  const rest = matched.reduce((sum, { items, questions }) => sum + items - questions, 0);
  const place = {
    table,
    row: ALL_ROWS,
    field: 'test items that are no questions',
    printed: reports,
    recomputed: rest,
    rule,
  };
  const holders = matched.filter(({ items, questions }) => items > questions);
  const explanation =
    rest === reports
      ? `Beyond its questions ${grid.table} has ${show(rest)} test items (${holders.map(row => row.label).join(', ')}): the reports.`
      : `Beyond its questions ${grid.table} has ${show(rest)} test items, but ${show(reports)} reports are printed.`;
  return [{ ...place, verdict: rest === reports ? 'consistent' : 'inconsistent', explanation }];
}
