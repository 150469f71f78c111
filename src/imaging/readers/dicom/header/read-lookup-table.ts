import type { Dataset } from '../dataset/dataset.ts';
import { readBytes } from '../dataset/read-values.ts';
import { expandSegments } from './expand-segments.ts';
import type { LookupTable } from './header-schema.ts';

type Places = { descriptor: number; data: number; segmented?: number };

/** A table of the data set; null where there is none, or where it is not whole. */
export function readLookupTable(
  dataset: Dataset,
  { descriptor, data, segmented }: Places,
  signed: boolean,
): LookupTable | null {
  const shape = readBytes(dataset, descriptor);
  if (!shape || shape.length < 6) return null;
  const words = readWords(shape, dataset.encoding.bigEndian);
  const count = words[0]! || 65_536;
  const first = signed ? (words[1]! << 16) >> 16 : words[1]!;
  const bits = words[2]!;
  if (bits < 1 || bits > 16) return null;
  const entries = readEntries(dataset, { data, segmented }, count, bits);
  return entries && { first, bits, entries };
}

function readEntries(
  dataset: Dataset,
  { data, segmented }: { data: number; segmented: number | undefined },
  count: number,
  bits: number,
): Uint16Array | null {
  const { bigEndian } = dataset.encoding;
  const plain = readBytes(dataset, data);
  if (plain?.length) {
    // Tables of 8 bits stand in bytes, or in words whose upper half is empty.
    if (plain.length < count * 2) {
      return plain.length >= count ? Uint16Array.from(plain.subarray(0, count)) : null;
    }
    return readWords(plain, bigEndian).subarray(0, count);
  }
  const packed = segmented === undefined ? null : readBytes(dataset, segmented);
  if (!packed?.length) return null;
  const parts = bits <= 8 ? Uint16Array.from(packed) : readWords(packed, bigEndian);
  return expandSegments(parts, count);
}

function readWords(bytes: Uint8Array, bigEndian: boolean): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < words.length; at++) words[at] = view.getUint16(at * 2, !bigEndian);
  return words;
}
