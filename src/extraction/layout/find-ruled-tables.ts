import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, holdsMiddle, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import { columnBounds, isProse } from './column-bounds.ts';
import { followTable } from './follow-table.ts';
import type { FoundTable } from './found-table.ts';
import { groupLines } from './group-lines.ts';
import type { Rule } from './merge-rules.ts';
import { readHead } from './read-head.ts';
import { columnAt, readOpenRows } from './read-open-rows.ts';
import type { Segment } from './segment.ts';

const leastWidth = 90;
/** Between the pieces of a line that each cell draws for itself. */
const mostGap = 8;
const sameEnd = 8;
/** Nearer than this two lines are one that is drawn twice. */
const double = 4;
const mostHeadLines = 6;
const mostLinesAlone = 3;
const mostColumns = 20;
/** Lines with text in several columns. */
const leastSpread = 0.4;

export const openNote = 'columns were found by the space between them';

/** Tables that have lines across and none down: above and below the head and at the end, as
 *  journals set them. */
export function findRuledTables(
  rules: readonly Rule[],
  segments: readonly Segment[],
  pageHeight: number,
): FoundTable[] {
  const found: FoundTable[] = [];
  for (const group of sameLines(wholeLines(rules))) {
    const { from, to } = group[0]!;
    const own = segments.filter(({ box }) => box[0] >= from - 8 && right(box) <= to + 8);
    for (const lines of runsOf(group, own)) {
      if (lines.at(-1)!.at - lines[0]!.at > 0.85 * pageHeight) continue;
      const table = readTable(lines, rules, own);
      if (table) found.push(table);
    }
  }
  return found.filter(
    table => !found.some(other => other !== table && isInside(table.box, other.box)),
  );
}

function isInside(inner: Box, outer: Box): boolean {
  return holdsMiddle(outer, inner) && inner[2] * inner[3] < outer[2] * outer[3];
}

function wholeLines(rules: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const last = lines.at(-1);
    if (last && Math.abs(last.at - rule.at) <= 2 && rule.from - last.to <= mostGap)
      last.to = Math.max(last.to, rule.to);
    else lines.push({ ...rule });
  }
  return lines.filter(({ from, to }) => to - from >= leastWidth);
}

function sameLines(lines: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const line of lines) {
    const group = groups.find(
      ([first]) =>
        first &&
        Math.abs(first.from - line.from) < sameEnd &&
        Math.abs(first.to - line.to) < sameEnd,
    );
    if (!group) groups.push([line]);
    else if (line.at - group.at(-1)!.at > double) group.push(line);
  }
  return groups;
}

/** Lines with cells between them; prose, a caption or nothing between two parts one table from
 *  the next. */
function runsOf(lines: readonly Rule[], segments: readonly Segment[]): Rule[][] {
  const runs: Rule[][] = [];
  let open: Rule[] = [];
  lines.forEach((line, at) => {
    const last = lines[at - 1];
    if (last && !isTabular(last, line, segments, open.length)) {
      runs.push(open);
      open = [];
    }
    open.push(line);
  });
  return [...runs, open].filter(run => run.length >= 2);
}

function isTabular(above: Rule, below: Rule, segments: readonly Segment[], count: number): boolean {
  const inside = between(above, below, segments);
  if (inside.length === 0) return false;
  const lines = groupLines(inside);
  if (lines.some(([first]) => captionStart(first!.text))) return false;
  // Below a head of a line or two, long texts side by side are cells.
  if (count === 2 && hasTableCaption(segments, above)) return true;
  const width = above.to - above.from;
  const long = lines.filter(line => line.some(({ box }) => box[2] > 0.75 * width)).length;
  if (long >= 2 && long >= 0.5 * lines.length) return false;
  return !isProse(lines, columnBounds(lines, []));
}

/** Above the head, which stands between the line before and this one. */
function hasTableCaption(segments: readonly Segment[], headLine: Rule): boolean {
  return segments.some(
    ({ text, box }) =>
      bottom(box) < headLine.at &&
      headLine.at - bottom(box) < 120 &&
      captionStart(text)?.kind === 'table',
  );
}

function between(above: Rule, below: Rule, segments: readonly Segment[]): Segment[] {
  return segments.filter(({ box }) =>
    holdsMiddle([above.from - 4, above.at, above.to - above.from + 8, below.at - above.at], box),
  );
}

function readTable(
  lines: readonly Rule[],
  rules: readonly Rule[],
  segments: readonly Segment[],
): FoundTable | undefined {
  const top = lines[0]!;
  const last = lines.at(-1)!;
  const partial = rules.filter(
    ({ at, from, to }) =>
      at > top.at + 2 && at < last.at - 2 && to - from < 0.95 * (top.to - top.from),
  );
  const second = lines.length > 2 ? lines[1]! : (headLine(top, partial, segments) ?? last);
  const first = groupLines(between(top, second, segments));
  const below = segments.filter(({ box }) => box[1] >= last.at - 2);
  // A head alone: the table goes on to the end of its page, where nobody drew a line.
  const isCutOff = first.length <= mostLinesAlone;
  const rest =
    second !== last
      ? groupLines(between(second, last, segments))
      : isCutOff
        ? followTable(groupLines(below), edgesOf(columnBounds(first, []), top))
        : [];
  const isHeaded = rest.length > 0 && first.length <= mostHeadLines;
  const head = isHeaded ? first : [];
  const bodyLines = isHeaded ? rest : [...first, ...rest];
  const bounds = columnBounds(bodyLines, head);
  if (bounds.length < 1 || bounds.length >= mostColumns || bodyLines.length === 0) return undefined;
  const spread = (isHeaded ? head : bodyLines).filter(line => isSpread(line, bounds)).length;
  // Framed lines of a text or a listing of code have gaps above each other by chance.
  if (isHeaded ? spread === 0 : spread < leastSpread * bodyLines.length) return undefined;
  const rulesAt = lines.map(({ at }) => at);
  const body = readOpenRows(bodyLines, bounds, rulesAt);
  const rows =
    head.length > 0
      ? [
          readHead(
            head,
            bodyLines,
            edgesOf(bounds, top),
            partial.filter(({ at }) => at < second.at - 2),
          ),
          ...body,
        ]
      : body;
  if (rows.length < 2) return undefined;
  const box = boxAround([
    [top.from, top.at, top.to - top.from, last.at - top.at],
    ...[...head, ...bodyLines].flat().map(segment => segment.box),
  ]);
  return { box, rows, columns: edgesOf(bounds, top), note: openNote };
}

function isSpread(line: readonly Segment[], bounds: readonly number[]): boolean {
  return new Set(line.map(({ box }) => columnAt(box[0], bounds))).size > 1;
}

/** Where it is drawn below most columns only, as below a head that is named in two rows. */
function headLine(top: Rule, partial: readonly Rule[], segments: readonly Segment[]) {
  const lines = [...Map.groupBy(partial, ({ at }) => Math.round(at / 2)).values()];
  const wide = lines.filter(
    pieces => pieces.reduce((sum, { from, to }) => sum + to - from, 0) >= 0.5 * (top.to - top.from),
  );
  return wide
    .map(([first]) => ({ ...top, at: first!.at }))
    .findLast(line => groupLines(between(top, line, segments)).length <= mostHeadLines);
}

function edgesOf(bounds: readonly number[], { from, to }: Rule): number[] {
  return [from, ...bounds, to];
}
