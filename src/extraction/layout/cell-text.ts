import { groupLines } from './group-lines.ts';
import { joinLines, noWords } from './join-lines.ts';
import type { Segment } from './segment.ts';
import { toLine } from './to-line.ts';

/** All that stands in one cell, its lines joined. */
export function cellText(segments: readonly Segment[]): string {
  return joinLines(
    groupLines(segments).map(line => toLine(line).text),
    noWords,
  );
}
