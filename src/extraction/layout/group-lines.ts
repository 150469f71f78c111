import type { Segment } from './segment.ts';

/** Segments on about one baseline, from top to bottom; those of a line from left to right. */
export function groupLines(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && segment.baseline - last[0]!.baseline < 0.5 * segment.size) last.push(segment);
    else lines.push([segment]);
  }
  return lines.map(line => line.sort((a, b) => a.box[0] - b.box[0]));
}
