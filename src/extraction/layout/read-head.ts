import { bottom, middleX, right } from './box.ts';
import { joinTwo, noWords } from './join-lines.ts';
import type { Rule } from './merge-rules.ts';
import type { Segment } from './segment.ts';
import { toLine } from './to-line.ts';

type Part = { from: number; to: number; text: string };

/** The lines of a head as one row. What stands above several columns, over a line of its own or
 *  across the space between them, is said of each. */
export function readHead(
  lines: readonly Segment[][],
  bounds: readonly number[],
  partial: readonly Rule[],
): string[] {
  const columns: Part[][] = [...bounds, 0].map(() => []);
  for (const line of lines)
    for (const part of partsOf(line, bounds, partial))
      for (let column = part.from; column <= part.to; column++) add(columns[column]!, part);
  return columns.map(parts => parts.map(({ text }) => text).join(' / '));
}

/** A text goes on in the line below it, unless that speaks of fewer columns. */
function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last && last.from === part.from && last.to === part.to)
    parts[parts.length - 1] = { ...last, text: joinTwo(last.text, part.text, noWords) };
  else parts.push(part);
}

function partsOf(
  line: readonly Segment[],
  bounds: readonly number[],
  partial: readonly Rule[],
): Part[] {
  const parts: { from: number; to: number; segments: Segment[] }[] = [];
  for (const segment of line) {
    const own = partial.filter(
      rule => !line.some(other => other !== segment && isOver(other, rule)),
    );
    const [from, to] = spanOf(segment, bounds, own);
    const last = parts.at(-1);
    if (last && last.from === from && last.to === to) last.segments.push(segment);
    else parts.push({ from, to, segments: [segment] });
  }
  return parts.map(({ from, to, segments }) => ({ from, to, text: toLine(segments).text }));
}

function isOver({ box }: Segment, { from, to }: Rule): boolean {
  return middleX(box) > from && middleX(box) < to;
}

function spanOf(
  segment: Segment,
  bounds: readonly number[],
  partial: readonly Rule[],
): [number, number] {
  const { box, size } = segment;
  const columnAt = (x: number) => {
    const column = bounds.findIndex(bound => x < bound);
    return column < 0 ? bounds.length : column;
  };
  const below = partial.find(
    rule =>
      rule.at > bottom(box) - 0.4 * size &&
      rule.at < bottom(box) + 0.9 * size &&
      isOver(segment, rule),
  );
  if (below) return [columnAt(below.from + 2), columnAt(below.to - 2)];
  return [columnAt(box[0] + 1), columnAt(right(box) - 1)];
}
