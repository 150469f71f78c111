import { type Encoding, UNDEFINED_LENGTH } from './dataset.ts';
import { lengthBitsOfVr } from './vr.ts';

/** What stands before a value: its length as written. */
export type ElementHead = { tag: number; vr: string | null; offset: number; length: number };

/** Null where the bytes end within it. */
export function readElementHead(
  view: DataView,
  at: number,
  { explicit, bigEndian }: Encoding,
): ElementHead | null {
  if (at + 8 > view.byteLength) return null;
  const little = !bigEndian;
  const tag = view.getUint16(at, little) * 0x10000 + view.getUint16(at + 2, little);
  const implicit = () => ({
    ...{ tag, vr: null, offset: at + 8 },
    length: view.getUint32(at + 4, little),
  });
  // Items and delimiters have no VR in any encoding.
  if (!explicit || Math.floor(tag / 0x10000) === 0xfffe) return implicit();
  const vr = String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5));
  const known = lengthBitsOfVr.get(vr);
  // Some writers put implicit elements between explicit ones.
  if (!known && !/^[A-Z]{2}$/.test(vr)) return implicit();
  // VRs that this reader does not know are written with a long length, unless a writer erred.
  const bits = known ?? (view.getUint16(at + 6, little) === 0 ? 32 : 16);
  if (bits === 16) return { tag, vr, offset: at + 8, length: view.getUint16(at + 6, little) };
  if (at + 12 > view.byteLength) return null;
  return { tag, vr, offset: at + 12, length: view.getUint32(at + 8, little) };
}

export function isUndefinedLength({ length }: ElementHead): boolean {
  return length === UNDEFINED_LENGTH;
}
