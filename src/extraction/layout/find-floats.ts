import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, overlapX, overlapY, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import { type PageProse, textOf } from './find-prose.ts';
import type { FoundFigure } from './found-figure.ts';
import type { Chain } from './to-chains.ts';

export type Float = { figure: FoundFigure; caption: Chain[]; box: Box };

const mostGap = 45;
const edge = 10;
/** Of the size of the letters, between a text beside a figure and the text across it. */
const nearText = 5;
const longLine = 45;

/** Figures that a text runs around, with their captions: the lines beside them and those across
 *  their whole column are one text. */
export function findFloats(figures: readonly FoundFigure[], text: PageProse): Float[] {
  return figures.flatMap(figure => {
    const caption = captionOf(figure, text);
    const box = boxAround([figure.box, ...caption.map(line => line.box)]);
    const others = text.prose.filter(line => !caption.includes(line));
    return isAround(box, others) ? [{ figure, caption, box }] : [];
  });
}

function captionOf({ box }: FoundFigure, { captions }: PageProse): Chain[] {
  const near = captions.filter(({ first, last }) => {
    if (captionStart(textOf(first))?.kind !== 'figure') return false;
    const gap = Math.max(first.box[1] - bottom(box), box[1] - bottom(last.box));
    return gap > -5 && gap < mostGap && first.box[0] >= box[0] - edge && isWithin(first.box, box);
  });
  const gapOf = ({ first }: (typeof near)[number]) => Math.abs(first.box[1] - bottom(box));
  const [nearest] = near.sort((a, b) => gapOf(a) - gapOf(b));
  return nearest?.lines.filter(line => isWithin(line.box, box)) ?? [];
}

function isWithin(line: Box, figure: Box): boolean {
  return line[0] >= figure[0] - edge && right(line) <= right(figure) + edge;
}

function isAround(float: Box, prose: readonly Chain[]): boolean {
  const beside = prose.filter(
    ({ box }) => overlapY(box, float) > 0.5 * box[3] && overlapX(box, float) <= 0,
  );
  if (beside.length < 2) return false;
  const side = boxAround(beside.map(({ box }) => box));
  const across = prose.filter(({ box }) => overlapX(box, float) > 0);
  const above = across.filter(({ box }) => bottom(box) <= float[1] + 3).at(-1);
  const below = across.find(({ box }) => box[1] >= bottom(float) - 3);
  const isWhole = (line: Chain | undefined) =>
    line === undefined || overlapX(line.box, side) > 0.5 * Math.min(side[2], line.box[2]);
  return isWhole(above) && isWhole(below) && across.some(line => isNear(line, side));
}

function isNear(line: Chain, side: Box): boolean {
  if (textOf(line).length < longLine) return false;
  const gap = Math.max(side[1] - bottom(line.box), line.box[1] - bottom(side));
  return gap < nearText * line.segments[0]!.size;
}
