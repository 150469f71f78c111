import type { GreyPicture } from './grey-picture.ts';

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A margin differs from its edge by at most this share of the picture's whole range. */
const marginShare = 0.02;

/** Where the picture itself lies. A margin has one brightness from the edge inwards. */
export function trimMargins({ width, height, pixels }: GreyPicture): Box {
  let [low, high] = [pixels[0]!, pixels[0]!];
  for (const value of pixels) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const tolerance = marginShare * (high - low);
  const isRow = (edge: number) => (y: number) => {
    const row = pixels.subarray(y * width, (y + 1) * width);
    return row.every(value => Math.abs(value - edge) <= tolerance);
  };
  const isColumn = (edge: number) => (x: number) => {
    for (let at = x; at < pixels.length; at += width) {
      if (Math.abs(pixels[at]! - edge) > tolerance) return false;
    }
    return true;
  };
  const [first, last] = [pixels[0]!, pixels.at(-1)!];
  const [top, bottom] = shrink(height, isRow(first), isRow(last));
  const [left, right] = shrink(width, isColumn(first), isColumn(last));
  return { left, right, top, bottom };
}

/** What is left between two margins; all of it where nothing would be. */
function shrink(
  length: number,
  isBefore: (at: number) => boolean,
  isAfter: (at: number) => boolean,
): [number, number] {
  let [start, end] = [0, length];
  while (start < length && isBefore(start)) start++;
  while (end > start && isAfter(end - 1)) end--;
  return start < end ? [start, end] : [0, length];
}
