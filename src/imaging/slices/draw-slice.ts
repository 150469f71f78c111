import type { Window } from '../volume/volume.ts';

export type DrawnSlice = {
  size: readonly [number, number];
  /** Of the picture's square pixels. */
  spacingMm: number;
  pixels: Uint8Array;
};

/** Within a hundredth pixels are square. */
const squareWithin = 0.01;
const mostPixelsASide = 2048;

/** A slice in 8 bits, with square pixels of the finer of its two steps. */
export function drawSlice(
  { values, size }: { values: Float32Array; size: readonly [number, number] },
  spacingMm: readonly [number, number],
  { center, width, isInverted }: Window & { isInverted: boolean },
): DrawnSlice {
  const square = squareSize(size, spacingMm);
  const isSame = square.size[0] === size[0] && square.size[1] === size[1];
  const shown = isSame ? values : stretch(values, size, square.size);
  const scale = 255 / width;
  const low = center - width / 2;
  const pixels = new Uint8ClampedArray(shown.length);
  // Clamped and rounded by the array; what is no number is black.
  for (let at = 0; at < shown.length; at++) {
    const level = (shown[at]! - low) * scale;
    pixels[at] = isInverted ? 255 - level : level;
  }
  return { ...square, pixels: new Uint8Array(pixels.buffer) };
}

export function squareSize(
  size: readonly [number, number],
  spacingMm: readonly [number, number],
): { size: readonly [number, number]; spacingMm: number } {
  const fine = Math.min(...spacingMm);
  const longestMm = Math.max(size[0] * spacingMm[0], size[1] * spacingMm[1]);
  const isSquare = Math.max(...spacingMm) <= fine * (1 + squareWithin);
  if (isSquare) return { size, spacingMm: fine };
  const step = Math.max(fine, longestMm / mostPixelsASide);
  const across = (axis: 0 | 1) => Math.max(1, Math.round((size[axis] * spacingMm[axis]) / step));
  return { size: [across(0), across(1)], spacingMm: step };
}

/** Between pixels, the outer edges on each other. */
function stretch(
  values: Float32Array,
  [columns, rows]: readonly [number, number],
  [width, height]: readonly [number, number],
): Float32Array {
  const stretched = new Float32Array(width * height);
  const across = placesBetween(columns, width);
  const down = placesBetween(rows, height);
  for (let row = 0; row < height; row++) {
    const { before: above, after: below, share: v } = down[row]!;
    const upper = above * columns;
    const lower = below * columns;
    for (let column = 0; column < width; column++) {
      const { before, after, share: u } = across[column]!;
      const top = values[upper + before]! * (1 - u) + values[upper + after]! * u;
      const bottom = values[lower + before]! * (1 - u) + values[lower + after]! * u;
      stretched[row * width + column] = top * (1 - v) + bottom * v;
    }
  }
  return stretched;
}

type Between = { before: number; after: number; share: number };

function placesBetween(from: number, to: number): Between[] {
  return Array.from({ length: to }, (_, at) => {
    const place = Math.min(from - 1, Math.max(0, ((at + 0.5) * from) / to - 0.5));
    const whole = Math.round(place);
    // On the middle of one nothing is taken of those beside it, which may be holes.
    if (Math.abs(place - whole) < 1e-9) return { before: whole, after: whole, share: 0 };
    const before = Math.floor(place);
    return { before, after: before + 1, share: place - before };
  });
}
