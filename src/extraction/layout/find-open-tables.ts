import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, overlapX, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import { columnBounds, isProse } from './column-bounds.ts';
import { openNote } from './find-ruled-tables.ts';
import type { FoundTable } from './found-table.ts';
import { groupLines } from './group-lines.ts';
import { readOpenRows } from './read-open-rows.ts';
import type { Segment } from './segment.ts';

const leastRows = 3;
const mostCaptions = 40;
const mostBounds = 19;

/** Tables without any line: rows of small print beside a caption, each of several pieces far apart.
 *  Small print alone tells them from the text around; where it is set as the text is, it stays text. */
export function findOpenTables(segments: readonly Segment[], bodySize: number): FoundTable[] {
  const captions = segments.filter(
    ({ text, size }) => size < 0.96 * bodySize && captionStart(text)?.kind === 'table',
  );
  return captions.slice(0, mostCaptions).flatMap(caption => {
    const small = segments.filter(
      ({ size, box }) =>
        Math.abs(size - caption.size) <= 0.06 * caption.size && box[0] >= caption.box[0] - 20,
    );
    const rows = rowsOf(small);
    const at = rows.findIndex(row => row.includes(caption));
    const table = bestOf(walk(rows, at, 1), walk(rows, at, -1).reverse());
    if (table.length < leastRows) return [];
    const inside = table.flat();
    const lines = groupLines(inside);
    const bounds = columnBounds(lines, []);
    if (bounds.length < 1 || bounds.length > mostBounds || isProse(lines, bounds)) return [];
    const read = readOpenRows(lines, bounds, []);
    if (read.length < 2) return [];
    const box = boxAround(inside.map(segment => segment.box));
    const columns = [box[0], ...bounds, right(box)];
    return [{ box, rows: read, columns, note: openNote }];
  });
}

function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = rows.at(-1);
    if (last && segment.baseline - last[0]!.baseline < 0.4 * segment.size) last.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** From the caption up or down: first the rest of the caption, then rows as long as they follow. */
function walk(rows: readonly Segment[][], from: number, step: 1 | -1): Segment[][] {
  const table: Segment[][] = [];
  let last = boxOf(rows[from]!);
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const row = rows[at]!;
    const box = boxOf(row);
    const gap = step === 1 ? box[1] - bottom(last) : last[1] - bottom(box);
    if (gap > 2.2 * row[0]!.size || overlapX(box, last) <= 0) break;
    if (isSpread(row)) table.push(row);
    else if (table.length > 0) break;
    last = box;
  }
  return table;
}

function boxOf(row: readonly Segment[]): Box {
  return boxAround(row.map(({ box }) => box));
}

/** Pieces with more room between them than words have. */
function isSpread(row: readonly Segment[]): boolean {
  const ordered = row.toSorted((a, b) => a.box[0] - b.box[0]);
  return ordered.some(
    ({ box, size }, at) => at > 0 && box[0] - right(ordered[at - 1]!.box) > 1.2 * size,
  );
}

function bestOf(a: Segment[][], b: Segment[][]): Segment[][] {
  return b.length > a.length ? b : a;
}
