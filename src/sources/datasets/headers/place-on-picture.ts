import type { DatasetPicture, Place } from '../../../contracts/imaging/index.ts';

/** A pixel of a plain picture. */
export function placeOnPicture(x: number, y: number): Place {
  return { pixel: [x, y], box: null, slice: null, pointMm: null };
}

/** Edges count as inside: annotators drag points to them. Where the size is not known, so does all. */
export function isOnPicture({ sizePixels }: DatasetPicture, x: number, y: number): boolean {
  if (!sizePixels) return true;
  return x >= -0.5 && y >= -0.5 && x <= sizePixels[0] && y <= sizePixels[1];
}
