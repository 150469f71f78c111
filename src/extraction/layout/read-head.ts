import { bottom, boxAround, middleX, right } from './box.ts';
import { joinTwo, noWords } from './join-lines.ts';
import type { Rule } from './merge-rules.ts';
import { cellsOf, columnAt } from './read-open-rows.ts';
import type { Segment } from './segment.ts';
import { toLine } from './to-line.ts';

type Span = [from: number, to: number];
type Part = { span: Span; text: string };

/** The lines of a head as one row. What stands above several columns is said of each: over a line
 *  of its own, across the space between them, or in the middle above their own names. */
export function readHead(
  lines: readonly Segment[][],
  body: readonly Segment[][],
  columnEdges: readonly number[],
  partial: readonly Rule[],
): string[] {
  const bounds = columnEdges.slice(1, -1);
  const filled = lines.map(line => cellsOf(line, bounds).map(cell => cell.length > 0));
  const places = placesOf(body, bounds);
  const end = columnEdges.at(-1)!;
  const columns: Part[][] = [...bounds, 0].map(() => []);
  lines.forEach((line, at) => {
    const isNamedBelow = (column: number) => filled.slice(at + 1).some(row => row[column]);
    for (const [key, segments] of Map.groupBy(line, segment => spanOf(segment, line).join())) {
      const [from, to] = key.split(',').map(Number) as Span;
      const part: Part = { span: [from, to], text: toLine(segments).text };
      for (let column = from; column <= to; column++) add(columns[column]!, part);
    }

    function spanOf(segment: Segment, own: readonly Segment[]): Span {
      const others = own.filter(other => other !== segment);
      const rule = partial.find(
        one => isBelow(segment, one) && !others.some(other => isOver(other, one)),
      );
      if (rule) return [columnAt(rule.from + 2, bounds), columnAt(rule.to - 2, bounds)];
      const { box } = segment;
      const span: Span = [columnAt(box[0] + 1, bounds), columnAt(right(box) - 1, bounds)];
      if (span[0] !== span[1] || !isNamedBelow(span[0])) return span;
      const isFree = (column: number) =>
        isNamedBelow(column) &&
        !others.some(other => columnAt(other.box[0] + 1, bounds) === column);
      return spanByPlace(segment, span[0], isFree, places, end);
    }
  });
  return columns.map(parts => parts.map(({ text }) => text).join(' / '));
}

/** A text goes on in the line below it, unless that speaks of fewer columns. */
function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last && last.span[0] === part.span[0] && last.span[1] === part.span[1])
    parts[parts.length - 1] = { ...last, text: joinTwo(last.text, part.text, noWords) };
  else parts.push(part);
}

function isBelow(segment: Segment, rule: Rule): boolean {
  const end = bottom(segment.box);
  const { size } = segment;
  return rule.at > end - 0.4 * size && rule.at < end + 0.9 * size && isOver(segment, rule);
}

function isOver({ box }: Segment, { from, to }: Rule): boolean {
  return middleX(box) > from && middleX(box) < to;
}

/** Where the text of each column begins and ends. */
function placesOf(body: readonly Segment[][], bounds: readonly number[]): Span[] {
  const rows = body.map(line => cellsOf(line, bounds));
  return [...bounds, 0].map((_, column): Span => {
    const box = boxAround(rows.flatMap(row => row[column]!.map(one => one.box)));
    return [box[0], right(box)];
  });
}

/** Of the columns around its own that have no other text at its height: those over whose middle it
 *  stands best. */
function spanByPlace(
  { box, size }: Segment,
  own: number,
  isFree: (column: number) => boolean,
  places: readonly Span[],
  tableEnd: number,
): Span {
  let [first, last] = [own, own];
  while (first > 0 && isFree(first - 1)) first--;
  while (last + 1 < places.length && isFree(last + 1)) last++;
  let best: { span: Span; off: number } = { span: [own, own], off: 1.5 * size };
  if (Math.abs(middleX(box) - (places[own]![0] + places[own]![1]) / 2) < size) return best.span;
  for (let from = first; from <= own; from++)
    for (let to = Math.max(own, from + 1); to <= last; to++) {
      const [left, end] = [places[from]![0], places[to]![1]];
      // Columns whose text begins at their left end where the next begins.
      const cellEnd = places[to + 1]?.[0] ?? tableEnd;
      const off = Math.min(
        Math.abs(middleX(box) - (left + end) / 2),
        Math.abs(middleX(box) - (left + cellEnd) / 2),
      );
      if (off < best.off) best = { span: [from, to], off };
    }
  return best.span;
}
