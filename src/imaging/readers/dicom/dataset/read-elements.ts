import { type Dataset, type Element, type Encoding, tags, viewOf } from './dataset.ts';
import { type ElementHead, isUndefinedLength, readElementHead } from './read-element.ts';
import { skipItems } from './skip-items.ts';

/** More elements than any object has at one level. */
const mostElements = 100_000;

/**
 * The elements from an offset on, up to the pixels or one that does not belong. Values stay where they are, and sequences
 * closed: they are opened by who asks for them.
 */
export function readElements(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: Encoding,
  belongs: (tag: number) => boolean = () => true,
): Dataset {
  const view = viewOf(bytes);
  const dataset: Dataset = { bytes, view, encoding, elements: new Map(), end: start, isCut: false };
  while (dataset.end < end && dataset.elements.size < mostElements) {
    const head = readElementHead(view, dataset.end, encoding);
    if (head?.tag === tags.itemEnd) {
      dataset.end = head.offset;
      break;
    }
    // A writer left the item's end out.
    if (head?.tag === tags.item || head?.tag === tags.sequenceEnd) break;
    if (head && isPixels(head.tag)) {
      dataset.elements.set(head.tag, { ...head, isUndefined: isUndefinedLength(head) });
      break;
    }
    if (head && !belongs(head.tag)) break;
    const ends = head && findEnd(view, head, encoding);
    if (!head || !ends || ends.next > end) {
      dataset.isCut = !isPadding(bytes, dataset.end, end);
      break;
    }
    dataset.elements.set(head.tag, elementOf(head, ends.end));
    dataset.end = ends.next;
  }
  return dataset;
}

function findEnd(view: DataView, head: ElementHead, encoding: Encoding) {
  if (isUndefinedLength(head)) return skipItems(view, head, encoding);
  const end = head.offset + head.length;
  return { end, next: end };
}

function elementOf(head: ElementHead, end: number): Element {
  return { ...head, length: end - head.offset, isUndefined: isUndefinedLength(head) };
}

function isPixels(tag: number): boolean {
  return tag === tags.pixels || tag === tags.floatPixels || tag === tags.doublePixels;
}

/** Some writers fill the last block of a file with zeros. */
function isPadding(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0) return false;
  return true;
}
