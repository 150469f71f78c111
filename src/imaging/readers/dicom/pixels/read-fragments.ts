import { type Dataset, tags } from '../dataset/dataset.ts';
import { readElementHead } from '../dataset/read-element.ts';
import { dicomCut, pixelsUnreadable } from '../dicom-errors.ts';
import type { DicomImage } from '../header/header-schema.ts';
import { readExtendedOffsets } from './read-extended-offsets.ts';

type Fragment = {
  /** Of its item from the first fragment's item on, as offset tables count. */
  start: number;
  bytes: Uint8Array;
  isCut: boolean;
};

/** A file may claim one every eight bytes. */
const mostFragments = 1_000_000;

/** Gives the compressed bytes of a frame. */
export type FrameReader = (frame: number) => Uint8Array;

/**
 * Fragments as frames. A table of offsets says where each begins; without one a frame is a
 * fragment, or begins where one starts as a compressed picture does.
 */
export function openFragments(dataset: Dataset, image: DicomImage): FrameReader {
  const { offsets, fragments } = readFragments(dataset, image.pixels.offset);
  const extended = readExtendedOffsets(dataset);
  if (image.frames === 1) return () => join(fragments);
  const groups =
    (extended && groupByOffsets(fragments, extended, image.frames)) ??
    groupByOffsets(fragments, offsets, image.frames) ??
    groupByStart(fragments, image.frames);
  if (!groups) throw pixelsUnreadable();
  return frame => join(groups[frame] ?? []);
}

function readFragments({ bytes, view }: Dataset, start: number) {
  const encoding = { explicit: false, bigEndian: false };
  const items: Fragment[] = [];
  let firstAt: number | null = null;
  for (let at = start; ; ) {
    const item = readElementHead(view, at, encoding);
    // A file may end without the delimiter, or within a fragment that nobody needs.
    if (item?.tag !== tags.item) break;
    if (items.length > mostFragments) throw pixelsUnreadable();
    const end = item.offset + item.length;
    const isCut = end > bytes.length;
    items.push({ start: at - (firstAt ?? at), bytes: bytes.subarray(item.offset, end), isCut });
    firstAt ??= end;
    at = end;
  }
  const [table, ...fragments] = items;
  if (!table) throw dicomCut();
  return { offsets: table.isCut ? [] : readOffsets(table.bytes), fragments };
}

function readOffsets(table: Uint8Array): number[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return Array.from({ length: table.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

/** Null where the table is not one of these fragments: some writers get it wrong. */
function groupByOffsets(
  fragments: readonly Fragment[],
  offsets: readonly number[],
  frames: number,
): Fragment[][] | null {
  if (offsets.length !== frames) return null;
  const places = new Map(fragments.map(({ start }, index) => [start, index]));
  const starts = offsets.map(offset => places.get(offset) ?? -1);
  const isAscending = starts.every((start, at) => start > (at === 0 ? -1 : starts[at - 1]!));
  if (starts[0] !== 0 || !isAscending) return null;
  return starts.map((start, at) => fragments.slice(start, starts[at + 1]));
}

function groupByStart(fragments: readonly Fragment[], frames: number): Fragment[][] | null {
  if (fragments.length === frames) return fragments.map(fragment => [fragment]);
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    if (startsPicture(fragment.bytes)) groups.push([fragment]);
    else groups.at(-1)?.push(fragment);
  }
  // Of a file that was cut the frames that are whole can be read nevertheless.
  const mayMiss = fragments.at(-1)?.isCut ?? true;
  return groups.length === frames || (mayMiss && groups.length <= frames) ? groups : null;
}

/** As JPEG, JPEG-LS and JPEG 2000 do. */
function startsPicture([a, b, c]: Uint8Array): boolean {
  return a === 0xff && c === 0xff && (b === 0xd8 || b === 0x4f);
}

function join(fragments: readonly Fragment[]): Uint8Array {
  if (fragments.length === 0 || fragments.some(({ isCut }) => isCut)) throw dicomCut();
  return fragments.length === 1
    ? fragments[0]!.bytes
    : Buffer.concat(fragments.map(({ bytes }) => bytes));
}
