import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, overlapX, overlapY } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import type { FoundFigure } from './found-figure.ts';
import type { Segment } from './segment.ts';

/** Farther apart two pictures are two. */
const mostGap = 20;
const nearCaption = 45;
/** A page of more is a sheet of pictures, which stay what they are. */
const mostFigures = 100;

/** Pictures side by side under one caption are the panels of one figure. */
export function mergePanels(
  found: readonly FoundFigure[],
  segments: readonly Segment[],
): FoundFigure[] {
  const figures = found.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  if (figures.length > mostFigures) return figures;
  const captions = segments.filter(({ text }) => captionStart(text)?.kind === 'figure');
  for (let at = 0; at < figures.length; at++)
    for (let other = at + 1; other < figures.length; other++) {
      const [a, b] = [figures[at]!, figures[other]!];
      if (a.isRemoved || b.isRemoved || !areBeside(a.box, b.box)) continue;
      const box = boxAround([a.box, b.box]);
      if (captions.filter(caption => isNear(caption.box, box)).length !== 1) continue;
      const kind = a.kind === 'raster' || b.kind === 'raster' ? 'raster' : 'vector';
      figures[at] = { box, kind, density: Math.max(a.density, b.density), isRemoved: false };
      figures.splice(other, 1);
      other = at;
    }
  return figures;
}

function areBeside(a: Box, b: Box): boolean {
  const gap = -overlapX(a, b);
  return gap >= 0 && gap <= mostGap && overlapY(a, b) >= 0.75 * Math.max(a[3], b[3]);
}

function isNear(caption: Box, box: Box): boolean {
  const gap = Math.max(caption[1] - bottom(box), box[1] - bottom(caption));
  return gap >= -5 && gap <= nearCaption && overlapX(caption, box) > 0;
}
