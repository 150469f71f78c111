import { roles } from '../reading/roles.ts';
import { TABLE, type Tables } from '../reading/tables.ts';
import { type CheckedGrid, rowSum } from './check-grid.ts';

/** One place where the tables say how many multiple-choice questions the test set holds. */
type Statement = { table: string; row: string; field: string; value: number; how: string };

export type Questions = {
  statements: Statement[];
  /** What most places say; on a tie the table of tasks has the word. Null where none says it. */
  agreed: number | null;
  tied: boolean;
};

export const testRow = (grid: CheckedGrid | null): string | null =>
  grid?.parts.rows.find(name => roles.test.test(name)) ?? null;

/** All test items by a grid, summed from its cells; null without a test row. */
export function testItems(grid: CheckedGrid | null): number | null {
  const row = testRow(grid);
  if (!grid || row === null) return null;
  return rowSum(grid, row);
}

/** Test items of one task, such as reports. */
export function testItemsOf(tasks: CheckedGrid | null, task: RegExp): number | null {
  const row = testRow(tasks);
  const column = tasks?.parts.columns.find(name => task.test(name));
  return tasks && row !== null && column !== undefined ? tasks.count(row, column) : null;
}

export function gatherQuestions(
  tables: Tables,
  sources: CheckedGrid | null,
  tasks: CheckedGrid | null,
): Questions {
  const allItems = [testItems(sources), testItems(tasks)];
  const statements = [...inTasks(tasks), ...inShares(tables)].filter(
    ({ table, value }) => table === TABLE.tasks || !allItems.includes(value),
  );
  const votes = new Map<number, number>();
  for (const { value } of statements) votes.set(value, (votes.get(value) ?? 0) + 1);
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  const tied = ranked.length > 1 && ranked[0]![1] === ranked[1]![1];
  return {
    statements,
    agreed: (tied ? statements[0]?.value : ranked[0]?.[0]) ?? null,
    tied,
  };
}

function inTasks(tasks: CheckedGrid | null): Statement[] {
  const value = testItemsOf(tasks, roles.multipleChoice);
  const field = tasks?.parts.columns.find(name => roles.multipleChoice.test(name));
  const row = testRow(tasks);
  if (value === null || field === undefined || row === null) return [];
  return [{ table: TABLE.tasks, row, field, value, how: 'the multiple-choice test items' }];
}

function inShares(tables: Tables): Statement[] {
  return tables.shares.flatMap(({ table, rows, total }) => {
    const counts = rows.map(row => row.count);
    const field = 'count';
    const row = total?.label ?? 'total';
    if (total?.count) return [{ table, row, field, value: total.count.value, how: 'its total' }];
    if (counts.length === 0 || !counts.every(count => count !== null)) return [];
    const value = counts.reduce((sum, count) => sum + count.value, 0);
    return [{ table, row, field, value, how: 'the sum of its counts' }];
  });
}
