import { type CheckedGrid, checkGrid, rowSum } from './inference/check-grid.ts';
import { type CheckedShare, checkShare } from './inference/check-share.ts';
import { asCut, cutsDigits } from './inference/convention.ts';
import { type ItemCounts, inferItemCounts } from './inference/item-counts.ts';
import type { NamedBase } from './inference/percent-base.ts';
import { gatherQuestions, type Questions, testItems, testItemsOf } from './inference/questions.ts';
import { mapSections, type SectionMap } from './inference/section-map.ts';
import { sameName } from './reading/names.ts';
import { roles } from './reading/roles.ts';
import type { Tables } from './reading/tables.ts';

/** What several rules need, worked out once. */
export type Context = {
  tables: Tables;
  sources: CheckedGrid | null;
  tasks: CheckedGrid | null;
  shares: CheckedShare[];
  /** How many multiple-choice questions the test set holds. */
  questions: Questions;
  /** How many of them have pictures, from the percentages. */
  items: ItemCounts | null;
  /** Test reports as printed. */
  reports: number | null;
  sections: SectionMap | null;
};

export function prepare(read: Tables): Context {
  const sources = read.sources && checkGrid(read.sources, () => null);
  const tasks = read.tasks && checkGrid(read.tasks, row => rowSumOf(sources, row));
  const questions = gatherQuestions(read, sources, tasks);
  const items = inferItemCounts(
    [...read.results.map(row => ({ ...row, average: row.qaAverage })), ...read.ablation],
    questions.statements.map(({ value }) => value).filter(Number.isInteger),
  );
  const tables = cutsDigits(read, items) ? asCut(read) : read;
  return {
    tables,
    sources,
    tasks,
    shares: tables.shares.map(table =>
      checkShare(table, percentBases(questions, [sources, tasks])),
    ),
    questions,
    items,
    reports: testItemsOf(tasks, roles.report),
    sections: mapSections(tables),
  };
}

function rowSumOf(sources: CheckedGrid | null, row: string): number | null {
  const twin = sources?.grid.rows.find(({ name }) => sameName(name, row));
  return sources && twin ? rowSum(sources, twin.name) : null;
}

/** What percentages of questions may be of, besides the questions of their own table. */
function percentBases(questions: Questions, grids: (CheckedGrid | null)[]): NamedBase[] {
  const bases = [
    { value: questions.agreed, name: 'all test questions' },
    ...grids.map(grid => ({ value: testItems(grid), name: 'all test items, reports included' })),
  ];
  return bases.filter((base): base is NamedBase => base.value !== null);
}
