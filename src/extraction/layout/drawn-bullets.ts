import type { Box } from '../../contracts/document/index.ts';
import { middleX, middleY, right } from './box.ts';
import type { Segment } from './segment.ts';
import { plain } from './styles.ts';

const mostBullets = 500;

/** Bullets that are drawn and not written (browsers do), as the text that they stand for. */
export function drawnBullets(shapes: readonly Box[], segments: readonly Segment[]): Segment[] {
  const dots = shapes.filter(isDot);
  if (dots.length > mostBullets) return [];
  return dots.flatMap((box): Segment[] => {
    const line = segments.find(segment => begins(box, segment));
    if (!line || segments.some(segment => stands(segment, box, line))) return [];
    const { baseline, size } = line;
    return [
      {
        text: '•',
        box: [box[0], line.box[1], box[2], line.box[3]],
        ...{ baseline, size, bold: line.bold, style: plain },
      },
    ];
  });
}

function isDot([, , width, height]: Box): boolean {
  return width >= 1.5 && width <= 8 && Math.abs(width - height) < 0.3 * width;
}

/** A dot shortly before a text, at the height of its small letters. */
function begins(dot: Box, { box, baseline, size }: Segment): boolean {
  const gap = box[0] - right(dot);
  const rise = baseline - middleY(dot);
  return gap > 0 && gap < 2.5 * size && rise > 0 && rise < 0.8 * size && dot[2] < 0.7 * size;
}

/** Text left of the dot on its line: then it is part of a sentence. */
function stands({ box, baseline }: Segment, dot: Box, line: Segment): boolean {
  const isOnLine = Math.abs(baseline - line.baseline) < 2;
  return isOnLine && right(box) <= middleX(dot) && middleX(dot) - right(box) < 2.5 * line.size;
}
