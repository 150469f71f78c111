import type { Box } from '../../contracts/document/index.ts';
import { boxAround, overlapY, right } from './box.ts';
import type { Segment } from './segment.ts';

/** Pieces of one line in several fonts or sizes: a bold word, a raised letter. */
export type Chain = { box: Box; segments: Segment[] };

/** Pieces of a line that follow each other in the file and nearly touch are one thing to order: else
 *  the halves of a title in two fonts would go to two columns. */
export function toChains(segments: readonly Segment[]): Chain[] {
  const chains: Chain[] = [];
  let open: Segment[] = [];
  for (const segment of segments) {
    const last = open.at(-1);
    if (!last || !follows(last, segment)) {
      open = [];
      chains.push({ box: segment.box, segments: open });
    }
    open.push(segment);
  }
  for (const chain of chains) chain.box = boxAround(chain.segments.map(({ box }) => box));
  return chains;
}

function follows(last: Segment, segment: Segment): boolean {
  const gap = segment.box[0] - right(last.box);
  const size = Math.max(last.size, segment.size);
  return gap > -0.3 * size && gap < 0.6 * size && isBeside(last, segment);
}

/** On one baseline, or raised and lowered as small letters are. */
export function isBeside(a: Segment, b: Segment): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const raised = large.baseline - small.baseline;
  if (small.size < 0.85 * large.size)
    return raised > -0.4 * large.size && raised < 0.75 * large.size;
  return Math.abs(raised) < 0.35 * small.size && overlapY(a.box, b.box) > 0;
}
