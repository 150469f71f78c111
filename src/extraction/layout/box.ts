import type { Box } from '../../contracts/document/index.ts';

export const right = ([x, , width]: Box): number => x + width;
export const bottom = ([, y, , height]: Box): number => y + height;
export const middleX = ([x, , width]: Box): number => x + width / 2;
export const middleY = ([, y, , height]: Box): number => y + height / 2;

export function boxAround(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, right(box));
    y1 = Math.max(y1, bottom(box));
  }
  return boxes.length > 0 ? [x0, y0, x1 - x0, y1 - y0] : [0, 0, 0, 0];
}

export function grow([x, y, width, height]: Box, by: number): Box {
  return [x - by, y - by, width + 2 * by, height + 2 * by];
}

export function holdsMiddle(outer: Box, inner: Box): boolean {
  const [x, y] = [middleX(inner), middleY(inner)];
  return x >= outer[0] && x <= right(outer) && y >= outer[1] && y <= bottom(outer);
}

export function overlapX(a: Box, b: Box): number {
  return Math.min(right(a), right(b)) - Math.max(a[0], b[0]);
}

export function overlapY(a: Box, b: Box): number {
  return Math.min(bottom(a), bottom(b)) - Math.max(a[1], b[1]);
}

export function clampBox([x, y, width, height]: Box, pageWidth: number, pageHeight: number): Box {
  const x0 = Math.min(Math.max(0, x), pageWidth);
  const y0 = Math.min(Math.max(0, y), pageHeight);
  const x1 = Math.min(Math.max(0, x + width), pageWidth);
  const y1 = Math.min(Math.max(0, y + height), pageHeight);
  return [x0, y0, x1 - x0, y1 - y0];
}
