import { bottom, boxAround, right } from './box.ts';
import { joinTwo, noWords } from './join-lines.ts';
import type { Segment } from './segment.ts';
import { toLine } from './to-line.ts';

const mostColumns = 20;

/** The cells of a table that has no lines between its columns; undefined where the text does not
 *  stand in columns, or fills them as prose does. */
export function readOpenTable(
  segments: readonly Segment[],
  rulesAt: readonly number[],
): string[][] | undefined {
  const lines = linesOf(segments);
  if (lines.length < 3) return undefined;
  const bounds = columnBounds(lines);
  if (bounds.length < 1 || bounds.length >= mostColumns || isProse(lines, bounds)) return undefined;
  const cells = lines.map(line => cellsOf(line, bounds));
  const rows: string[][] = [];
  let lastBottom = -Infinity;
  cells.forEach((row, index) => {
    const box = boxAround(lines[index]!.map(segment => segment.box));
    const parted = rulesAt.some(at => at > lastBottom - 3 && at < box[1] + 3);
    const wraps = row[0] === '' && !parted && box[1] - lastBottom < 0.6 * box[3];
    const last = rows.at(-1);
    if (last && wraps)
      row.forEach((text, at) => {
        if (text) last[at] = last[at] ? joinTwo(last[at], text, noWords) : text;
      });
    else rows.push(row);
    lastBottom = bottom(box);
  });
  return rows.length >= 2 ? rows : undefined;
}

function linesOf(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && segment.baseline - last[0]!.baseline < 0.5 * segment.size) last.push(segment);
    else lines.push([segment]);
  }
  return lines.map(line => line.sort((a, b) => a.box[0] - b.box[0]));
}

/** Places that (nearly) no text crosses and that have text on both sides. */
function columnBounds(lines: readonly Segment[][]): number[] {
  const all = boxAround(lines.flat().map(({ box }) => box));
  const size = lines.flat()[0]!.size;
  const steps = Math.ceil(all[2]) + 1;
  const covered = new Uint32Array(Math.min(steps, 5000));
  for (const line of lines)
    for (const { box } of line) {
      const end = Math.min(covered.length, Math.ceil(right(box) - all[0]));
      for (let at = Math.max(0, Math.floor(box[0] - all[0])); at < end; at++) covered[at]!++;
    }
  const few = Math.floor(0.1 * lines.length);
  const bounds: number[] = [];
  let from = -1;
  for (let at = 1; at < covered.length; at++) {
    if (covered[at]! <= few) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (from > 1 && at - from >= 0.7 * size) bounds.push(all[0] + (from + at) / 2);
      from = -1;
    }
  }
  return bounds;
}

function isProse(lines: readonly Segment[][], bounds: readonly number[]): boolean {
  if (bounds.length > 2) return false;
  const edges = [-Infinity, ...bounds, Infinity];
  const fills = edges.slice(1).map((to, index) => {
    const own = lines.flatMap(line =>
      line.filter(({ box }) => box[0] >= edges[index]! - 1 && box[0] < to).map(({ box }) => box),
    );
    const width = boxAround(own)[2];
    return own.filter(box => box[2] > 0.85 * width).length / Math.max(1, own.length);
  });
  return fills.every(fill => fill > 0.5) && lines.length > 4;
}

function cellsOf(line: readonly Segment[], bounds: readonly number[]): string[] {
  const cells = [...bounds, 0].map((): Segment[] => []);
  for (const segment of line) {
    const column = bounds.findIndex(bound => segment.box[0] < bound);
    cells[column < 0 ? bounds.length : column]!.push(segment);
  }
  return cells.map(cell => (cell.length > 0 ? toLine(cell).text : ''));
}
