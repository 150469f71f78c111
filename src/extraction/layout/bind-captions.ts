import type { Box } from '../../contracts/document/index.ts';
import { bottom, middleX, overlapX, overlapY, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import type { Labelled, LabelledText } from './label-blocks.ts';
import { shareCaptions } from './share-captions.ts';
import type { PageBlock } from './text-block.ts';

type Picture = Extract<Labelled, { role: 'picture' }>;

/** Farther than this a caption belongs to nothing. */
const mostGap = 60;

/** Which caption belongs to which figure or table of its page: the nearest pairs first. Captions
 *  are put behind their figures and before their tables. */
export function bindCaptions(items: readonly Labelled[]): {
  items: Labelled[];
  captionOf: Map<PageBlock, LabelledText>;
} {
  const captions = items.filter((item): item is LabelledText => item.role === 'caption');
  const pictures = items.filter((item): item is Picture => item.role === 'picture');
  const pairs = captions
    .flatMap(caption =>
      pictures.flatMap(picture => {
        const gap = distance(caption, picture);
        return gap === undefined ? [] : [{ caption, picture, gap }];
      }),
    )
    .sort((a, b) => a.gap - b.gap);
  const captionOf = new Map<PageBlock, LabelledText>();
  const taken = new Map<LabelledText, Picture>();
  for (const { caption, picture } of pairs) {
    if (captionOf.has(picture.block) || taken.has(caption)) continue;
    captionOf.set(picture.block, caption);
    taken.set(caption, picture);
  }
  // Where the column or the page ends between them, only their order tells.
  items.forEach((item, at) => {
    const next = items[at + 1];
    if (item.role !== 'picture' || next?.role !== 'caption') return;
    const kind = captionStart(next.block.lines[0]!.text)?.kind;
    if (captionOf.has(item.block) || taken.has(next) || kind !== item.block.kind) return;
    captionOf.set(item.block, next);
    taken.set(next, item);
  });
  const shared = shareCaptions(pictures, captionOf);
  const members = new Set([...shared.values()].flat());
  const ordered = items.flatMap((item): Labelled[] => {
    if (item.role === 'caption' && taken.has(item)) return [];
    if (item.role !== 'picture') return [item];
    const caption = captionOf.get(item.block);
    if (!caption) return [item];
    if (item.block.kind === 'table') return [caption, item];
    const group = shared.get(caption)?.filter(member => members.has(member)) ?? [];
    for (const member of group) members.delete(member);
    return group.length > 0 ? [...group, caption] : [];
  });
  return { items: ordered, captionOf };
}

function distance(caption: LabelledText, picture: Picture): number | undefined {
  const { block } = picture;
  if (block.page !== caption.block.page) return undefined;
  const kind = captionStart(caption.block.lines[0]!.text)?.kind;
  if (kind !== block.kind) return undefined;
  const [a, b] = [caption.block.box, block.box];
  const gap = overlapX(a, b) > 0 ? gapBelow(a, b, kind) : gapBeside(a, b);
  // Of two pictures at one height the one in the middle above the caption.
  const aside = Math.abs(middleX(a) - middleX(b)) / 1000;
  return gap <= mostGap ? gap + aside : undefined;
}

/** Captions of figures mostly stand below, those of tables above. */
function gapBelow(caption: Box, picture: Box, kind: 'figure' | 'table'): number {
  const below = caption[1] - bottom(picture);
  const above = picture[1] - bottom(caption);
  if (below >= -5) return Math.max(0, below) + (kind === 'table' ? 8 : 0);
  return Math.max(0, above) + (kind === 'figure' ? 8 : 0);
}

function gapBeside(caption: Box, picture: Box): number {
  if (overlapY(caption, picture) <= 0) return Infinity;
  return Math.max(caption[0] - right(picture), picture[0] - right(caption)) + 16;
}
