import { notDicom } from '../dicom-errors.ts';
import { type Encoding, tags } from './dataset.ts';
import { type ElementHead, isUndefinedLength, readElementHead } from './read-element.ts';

/** Deeper than any writer nests, and shallower than the stack. */
const deepest = 64;

/**
 * Where the value of an element of undefined length ends, and where the next element begins.
 * Null where the bytes end before.
 */
export function skipItems(
  view: DataView,
  element: ElementHead,
  encoding: Encoding,
  depth = 0,
): { end: number; next: number } | null {
  if (depth > deepest) throw notDicom();
  const within = encodingWithin(element, encoding);
  let at = element.offset;
  for (;;) {
    const item = readElementHead(view, at, within);
    if (!item) return null;
    if (item.tag === tags.sequenceEnd) return { end: at, next: item.offset };
    if (item.tag !== tags.item) throw notDicom();
    const next = isUndefinedLength(item)
      ? skipOpenItem(view, item.offset, within, depth)
      : item.offset + item.length;
    if (next === null || next > view.byteLength) return null;
    at = next;
  }
}

function skipOpenItem(view: DataView, start: number, encoding: Encoding, depth: number) {
  let at = start;
  for (;;) {
    const element = readElementHead(view, at, encoding);
    if (!element) return null;
    if (element.tag === tags.itemEnd) return element.offset;
    // A writer left the item's end out.
    if (element.tag === tags.sequenceEnd || element.tag === tags.item) return at;
    const next = isUndefinedLength(element)
      ? (skipItems(view, element, encoding, depth + 1)?.next ?? null)
      : element.offset + element.length;
    if (next === null || next > view.byteLength) return null;
    at = next;
  }
}

/** A sequence whose VR its writer did not know is implicit little endian, whatever stands around
 *  it (the standard, PS3.5 6.2.2). */
export function encodingWithin({ vr }: { vr: string | null }, encoding: Encoding): Encoding {
  return vr === 'UN' ? { explicit: false, bigEndian: false } : encoding;
}
