import { type Encoding, viewOf } from './dataset.ts';
import { lengthBitsOfVr } from './vr.ts';

/** Groups that a data set begins with: identification, or what tells of it. */
const isFirstGroup = (group: number) => group === 2 || (group >= 8 && group <= 0x60);

/** How elements are written, as their first one shows; null where these are no elements. */
export function guessEncoding(bytes: Uint8Array, at: number): Encoding | null {
  if (at + 8 > bytes.length) return null;
  const view = viewOf(bytes);
  const bigEndian = !isFirstGroup(view.getUint16(at, true));
  if (bigEndian && !isFirstGroup(view.getUint16(at, false))) return null;
  if (hasVr(bytes, at)) return { explicit: true, bigEndian };
  // Nothing that stands first in a file is long.
  const isShort = view.getUint32(at + 4, !bigEndian) < 0x10000;
  return isShort ? { explicit: false, bigEndian } : null;
}

/** Whether the element there is written with its VR. */
export function hasVr(bytes: Uint8Array, at: number): boolean {
  return lengthBitsOfVr.has(String.fromCharCode(bytes[at + 4] ?? 0, bytes[at + 5] ?? 0));
}
