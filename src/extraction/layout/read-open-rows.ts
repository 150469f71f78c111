import { bottom, boxAround, right } from './box.ts';
import { cellText } from './cell-text.ts';
import type { Segment } from './segment.ts';

type Cells = Segment[][];

/** Lines of a table that has no lines between its columns, as rows of cells. */
export function readOpenRows(
  lines: readonly Segment[][],
  bounds: readonly number[],
  rulesAt: readonly number[],
): string[][] {
  const cells = lines.map(line => cellsOf(line, bounds));
  const ends = bounds.concat(Infinity).map((_, column) => {
    const own = cells.flatMap(row => row[column]!.filter(({ box }) => right(box) <= endOf(column)));
    return own.reduce((most, { box }) => Math.max(most, right(box)), -Infinity);
  });
  function endOf(column: number): number {
    return bounds[column] ?? Infinity;
  }
  const bands = bandsOf(cells, rulesAt);
  return bands
    .flatMap(band => (isOneRow(band) ? [merged(band)] : rowsOf(band, ends)))
    .map(row => row.map(cellText));
}

export function cellsOf(line: readonly Segment[], bounds: readonly number[]): Cells {
  const cells = [...bounds, 0].map((): Segment[] => []);
  for (const segment of line) cells[columnAt(segment.box[0], bounds)]!.push(segment);
  return cells;
}

export function columnAt(x: number, bounds: readonly number[]): number {
  const column = bounds.findIndex(bound => x < bound);
  return column < 0 ? bounds.length : column;
}

/** The lines between two drawn lines. */
function bandsOf(lines: readonly Cells[], rulesAt: readonly number[]): Cells[][] {
  const bands = Map.groupBy(lines, line => {
    const [, y, , height] = boxAround(line.flat().map(({ box }) => box));
    return rulesAt.filter(at => at < y + height / 2).length;
  });
  return [...bands.values()];
}

/** Most of its columns have one line: what stands in several is wrapped. */
function isOneRow(band: readonly Cells[]): boolean {
  const counts = band[0]!
    .map((_, column) => band.filter(line => line[column]!.length > 0).length)
    .filter(count => count > 0)
    .sort((a, b) => a - b);
  return counts.length > 1 && counts[Math.floor((counts.length - 1) / 2)]! <= 1;
}

function merged(lines: readonly Cells[]): Cells {
  return lines[0]!.map((_, column) => lines.flatMap(line => line[column]!));
}

function rowsOf(lines: readonly Cells[], ends: readonly number[]): Cells[] {
  const centred = joinCentred(lines);
  if (centred.length < lines.length) return centred;
  const parted = partedByRoom(lines);
  if (parted) return parted;
  const rows: Cells[] = [];
  let last: Cells | undefined;
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && last && wraps(row, last, line, ends))
      for (const [column, segments] of line.entries()) row[column]!.push(...segments);
    else rows.push(line.map(segments => [...segments]));
    last = line;
  }
  return rows;
}

/** Half a line apart, and no column has both: cells of one line stand in the middle of those of two. */
function joinCentred(lines: readonly Cells[]): Cells[] {
  const rows: Cells[][] = [];
  for (const line of lines) {
    const last = rows.at(-1)?.at(-1);
    if (last && isHalfBelow(last, line)) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.map(merged);
}

function isHalfBelow(above: Cells, line: Cells): boolean {
  const distance = baselineOf(line) - baselineOf(above);
  if (distance > halfLine * line.flat()[0]!.size) return false;
  return line.every((segments, column) => segments.length === 0 || above[column]!.length === 0);
}

const halfLine = 0.8;

/** Rows with more room between them than between the lines of a cell. */
function partedByRoom(lines: readonly Cells[]): Cells[] | undefined {
  const pitches = lines.slice(1).map((line, at) => baselineOf(line) - baselineOf(lines[at]!));
  const sorted = pitches.toSorted((a, b) => a - b);
  let [threshold, most] = [0, leastJump];
  sorted.slice(1).forEach((pitch, at) => {
    const jump = pitch / sorted[at]!;
    if (jump > most) [threshold, most] = [(pitch + sorted[at]!) / 2, jump];
  });
  if (threshold === 0) return undefined;
  const groups: Cells[][] = [];
  lines.forEach((line, at) => {
    if (at > 0 && pitches[at - 1]! < threshold) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  // Sections of a table have room between them as well: then each holds several rows.
  return groups.every(group => group.length === 1 || isOneRow(group) || isHung(group))
    ? groups.map(merged)
    : undefined;
}

const leastJump = 1.18;

/** Only its first line has all that its row has. */
function isHung(group: readonly Cells[]): boolean {
  const named = group.filter(line => line[0]!.length > 0).length;
  return named <= 1;
}

function baselineOf(line: Cells): number {
  return line.flat()[0]!.baseline;
}

/** Every text of the line goes on in one that was full. */
function wraps(row: Cells, last: Cells, line: Cells, ends: readonly number[]): boolean {
  const [above, own] = [last, line].map(cells => boxAround(cells.flat().map(({ box }) => box)));
  if (own![1] - bottom(above!) > 0.6 * own![3]) return false;
  const filled = line.filter(segments => segments.length > 0).length;
  if (line[0]!.length > 0 && filled === line.length) return false;
  return line.every((segments, column) => {
    const [first] = segments;
    if (!first) return true;
    const before = last[column]!.at(-1) ?? row[column]!.at(-1);
    return before !== undefined && goesOn(before, first, ends[column]!, column === 0);
  });
}

function goesOn(before: Segment, first: Segment, end: number, isName: boolean): boolean {
  const isNumber = (text: string) => /^[<>~≤≥±+−-]?\d[\d.,%]*$/.test(text);
  if (isNumber(before.text) && isNumber(first.text)) return false;
  if (isName && /^[\p{Lu}\d]/u.test(first.text)) return false;
  const [word = ''] = /^[^\s\p{Script=Han}]+|^./u.exec(first.text) ?? [];
  const wide = /\p{Script=Han}/u.test(word) ? 1 : 0.5;
  return end - right(before.box) < (word.length * wide + 0.6) * first.size;
}
