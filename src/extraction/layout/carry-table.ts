import { boxAround } from './box.ts';
import { openNote } from './find-ruled-tables.ts';
import { followTable } from './follow-table.ts';
import type { FoundTable } from './found-table.ts';
import { groupLines } from './group-lines.ts';
import { readOpenRows } from './read-open-rows.ts';
import type { Segment } from './segment.ts';

/** How far below the first text of a page it may begin: past a head that no other page has. */
const mostBelow = 40;

/** The rest of a table of the page before, at the top of this one and in the same columns, where
 *  no lines show it. */
export function carryTable(
  before: FoundTable,
  segments: readonly Segment[],
  found: readonly FoundTable[],
): FoundTable | undefined {
  const [from, to] = [before.columns[0]!, before.columns.at(-1)!];
  const lines = groupLines(segments.filter(({ box }) => box[0] >= from - 8 && box[0] <= to));
  const top = lines[0]?.[0]?.baseline ?? 0;
  const first = lines.findIndex(
    line => followTable(line ? [line, line] : [], before.columns).length > 0,
  );
  if (first < 0 || lines[first]![0]!.baseline - top > mostBelow) return undefined;
  const taken = followTable(lines.slice(first), before.columns);
  if (taken.length < 2) return undefined;
  const box = boxAround(taken.flat().map(segment => segment.box));
  if (found.some(table => table.box[1] < box[1] + box[3])) return undefined;
  const rows = readOpenRows(taken, before.columns.slice(1, -1), []);
  return { box, rows, columns: before.columns, note: openNote };
}
