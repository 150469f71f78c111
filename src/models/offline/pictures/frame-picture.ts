import type { GreyPicture } from './grey-picture.ts';
import { type Box, trimMargins } from './trim-margins.ts';

/** A square of brightness from 0 to 1, and where in it the picture lies. */
export type Framed = Box & { readonly side: number; readonly pixels: Float64Array };

/**
 * The picture without its even margins, evened out in brightness, as large as fits into the
 * square: what size, shape of the canvas, and brightness do to a picture is undone here.
 */
export function framePicture(picture: GreyPicture, side: number): Framed {
  const box = trimMargins(picture);
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const scale = side / Math.max(wide, high);
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
  const small = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      small[y * width + x] = meanWithin(picture, {
        left: box.left + (x * wide) / width,
        right: box.left + ((x + 1) * wide) / width,
        top: box.top + (y * high) / height,
        bottom: box.top + ((y + 1) * high) / height,
      });
    }
  }
  evenOut(small);
  const [left, top] = [(side - width) >> 1, (side - height) >> 1];
  const pixels = new Float64Array(side * side);
  for (let y = 0; y < height; y++) {
    pixels.set(small.subarray(y * width, (y + 1) * width), (top + y) * side + left);
  }
  return { side, pixels, left, top, right: left + width, bottom: top + height };
}

/** The mean brightness of a rectangle, whose edges may lie within pixels. */
function meanWithin({ width, pixels }: GreyPicture, { left, right, top, bottom }: Box): number {
  let sum = 0;
  for (let y = Math.floor(top); y < bottom; y++) {
    const high = Math.min(bottom, y + 1) - Math.max(top, y);
    for (let x = Math.floor(left); x < right; x++) {
      sum += pixels[y * width + x]! * high * (Math.min(right, x + 1) - Math.max(left, x));
    }
  }
  return sum / ((right - left) * (bottom - top));
}

/** From 0 to 1, without the outermost hundredths: a marker or a dead pixel sets no scale. */
function evenOut(values: Float64Array): void {
  const sorted = values.toSorted();
  const low = sorted[Math.floor((sorted.length - 1) * 0.01)]!;
  const range = sorted[Math.ceil((sorted.length - 1) * 0.99)]! - low;
  for (let at = 0; at < values.length; at++) {
    const value = range > 0 ? (values[at]! - low) / range : 0;
    values[at] = Math.min(1, Math.max(0, value));
  }
}
