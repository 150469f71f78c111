import { boxAround, right } from './box.ts';
import type { Segment } from './segment.ts';

const widest = 5000;
/** Of the size of the letters: less is a space between words. */
const leastGap = 0.7;

type Gap = [from: number, to: number];

/** Places that (nearly) no line of the body crosses and that have text on both sides; within such
 *  a gap, where the head leaves room as well. */
export function columnBounds(body: readonly Segment[][], head: readonly Segment[][]): number[] {
  const segments = body.flat();
  if (segments.length === 0) return [];
  const size = segments[0]!.size;
  return gapsOf(body, leastGap * size).map(gap => placeIn(gap, head.flat()));
}

function gapsOf(lines: readonly Segment[][], least: number): Gap[] {
  const all = boxAround(lines.flat().map(({ box }) => box));
  const covered = new Uint32Array(Math.min(Math.ceil(all[2]) + 1, widest));
  for (const line of lines)
    for (const { box } of line) {
      const end = Math.min(covered.length, Math.ceil(right(box) - all[0]));
      for (let at = Math.max(0, Math.floor(box[0] - all[0])); at < end; at++) covered[at]!++;
    }
  const few = Math.floor(0.1 * lines.length);
  const gaps: Gap[] = [];
  let from = -1;
  for (let at = 1; at < covered.length; at++) {
    if (covered[at]! <= few) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (from > 1 && at - from >= least) gaps.push([all[0] + from, all[0] + at]);
      from = -1;
    }
  }
  return gaps;
}

/** The middle of the widest stretch of a gap that no word of the head covers, but for one that
 *  stands across it all. */
function placeIn([from, to]: Gap, head: readonly Segment[]): number {
  let free: Gap[] = [[from, to]];
  for (const { box } of head)
    free = free.flatMap(([a, b]): Gap[] => {
      if (right(box) <= a || box[0] >= b || (box[0] <= from && right(box) >= to)) return [[a, b]];
      const parts: Gap[] = [
        [a, box[0]],
        [right(box), b],
      ];
      return parts.filter(([c, d]) => d - c > 0.5);
    });
  const [a, b] = free.reduce((best, gap) => (gap[1] - gap[0] > best[1] - best[0] ? gap : best), [
    (from + to) / 2,
    (from + to) / 2,
  ] as Gap);
  return (a + b) / 2;
}

/** Whether text fills its columns as that of a page does. */
export function isProse(lines: readonly Segment[][], bounds: readonly number[]): boolean {
  if (bounds.length > 2 || lines.length <= 4) return false;
  const edges = [-Infinity, ...bounds, Infinity];
  return edges.slice(1).every((to, index) => {
    const own = lines.flatMap(line =>
      line.filter(({ box }) => box[0] >= edges[index]! - 1 && box[0] < to).map(({ box }) => box),
    );
    const width = boxAround(own)[2];
    return own.filter(box => box[2] > 0.85 * width).length > 0.5 * own.length;
  });
}
