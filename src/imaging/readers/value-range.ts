import { SpinemedError } from '../../errors/index.ts';
import { tooLarge } from './read-errors.ts';
import type { PictureNote } from './stored-picture.ts';

/** A product of what a header claims, never past what may be read. */
export function sizeInBytes(factors: readonly number[], maxBytes: number): number {
  let size = 1;
  for (const factor of factors) {
    size *= factor;
    if (!(size <= maxBytes)) throw tooLarge(maxBytes);
  }
  return size;
}

/** All volumes, or the one that was asked for. */
export function volumesToRead(has: number, asked: number | undefined, notes: PictureNote[]) {
  if (asked === undefined) return { first: 0, count: has };
  if (!Number.isInteger(asked) || asked < 0 || asked >= has) {
    throw new SpinemedError({
      code: 'picture-part-missing',
      mender: 'user',
      message: 'a picture does not have the volume or frame that was asked for',
      hint: `They count from 0; it has ${has}.`,
    });
  }
  if (has > 1) notes.push('one-of-several');
  return { first: asked, count: 1 };
}
