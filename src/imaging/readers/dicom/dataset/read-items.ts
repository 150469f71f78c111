import { type Dataset, tags } from './dataset.ts';
import { isUndefinedLength, readElementHead } from './read-element.ts';
import { readElements } from './read-elements.ts';
import { encodingWithin } from './skip-items.ts';

/** More frames than any scanner makes in one file. An empty item takes eight bytes, so a file may
 *  claim many millions of them. */
const mostItems = 100_000;

/** The items of a sequence, each a data set of its own; none where there is no such sequence. */
export function readItems(dataset: Dataset, tag: number): Dataset[] {
  const sequence = dataset.elements.get(tag);
  if (!sequence) return [];
  const { bytes, view } = dataset;
  const encoding = encodingWithin(sequence, dataset.encoding);
  const end = sequence.offset + sequence.length;
  const items: Dataset[] = [];
  let at = sequence.offset;
  while (at < end && items.length < mostItems) {
    const head = readElementHead(view, at, encoding);
    if (head?.tag !== tags.item) break;
    const itemEnd = isUndefinedLength(head) ? end : Math.min(end, head.offset + head.length);
    const item = readElements(bytes, head.offset, itemEnd, encoding);
    items.push(item);
    at = isUndefinedLength(head) ? item.end : itemEnd;
  }
  return items;
}
