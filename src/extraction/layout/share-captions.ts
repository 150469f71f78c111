import type { Box } from '../../contracts/document/index.ts';
import { bottom, overlapX, overlapY, right } from './box.ts';
import type { Labelled, LabelledText } from './label-blocks.ts';
import type { PageBlock } from './text-block.ts';

type Picture = Extract<Labelled, { role: 'picture' }>;

/** Between pictures of one figure, across and down. */
const mostAcross = 60;
const mostDown = 30;

/** Pictures beside or above the one that a caption stands with, and that have none of their own, show
 *  the same figure. Each caption gives the pictures that share it, in reading order. */
export function shareCaptions(
  pictures: readonly Picture[],
  captionOf: Map<PageBlock, LabelledText>,
): Map<LabelledText, Picture[]> {
  const figures = pictures.filter(({ block }) => block.kind === 'figure');
  const shared = new Map<LabelledText, Picture[]>();
  for (const figure of figures) {
    const caption = captionOf.get(figure.block);
    if (!caption || shared.has(caption)) continue;
    const group = [figure];
    for (const member of group)
      for (const other of figures) {
        if (group.includes(other) || captionOf.has(other.block)) continue;
        if (belongsTo(member.block, other.block, caption.block.box, caption.block.lines.length))
          group.push(other);
      }
    for (const { block } of group) captionOf.set(block, caption);
    shared.set(caption, group.sort(byPlace));
  }
  return shared;
}

function belongsTo(a: PageBlock, b: PageBlock, caption: Box, captionLines: number): boolean {
  if (a.page !== b.page) return false;
  if (isStacked(a.box, b.box)) return true;
  const gap = -overlapX(a.box, b.box);
  const isBeside =
    gap >= -3 && gap <= mostAcross && overlapY(a.box, b.box) >= 0.5 * Math.min(a.box[3], b.box[3]);
  // A caption that is broken to the width of one picture is that one's alone.
  const isOwn =
    captionLines > 1 && caption[0] >= a.box[0] - 10 && right(caption) <= right(a.box) + 10;
  return isBeside && !(isOwn && overlapX(caption, b.box) <= 0);
}

function isStacked(a: Box, b: Box): boolean {
  const gap = Math.max(a[1] - bottom(b), b[1] - bottom(a));
  return gap >= -3 && gap <= mostDown && overlapX(a, b) >= 0.6 * Math.min(a[2], b[2]);
}

function byPlace({ block: { box: a } }: Picture, { block: { box: b } }: Picture): number {
  const isOneRow = overlapY(a, b) > 0.5 * Math.min(a[3], b[3]);
  return isOneRow ? a[0] - b[0] : a[1] - b[1];
}
