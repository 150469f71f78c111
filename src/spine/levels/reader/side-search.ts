import { boundaryAt, HARD } from './boundaries.ts';

/**
 * What may say a side. Most of a text has none of it and is passed at once; patterns of one shape each
 * are searched several times faster than one that holds them all.
 */
const PATTERNS = [
  /left|right/gi,
  /bilat|centra|centro|midlin|median|both /gi,
  /[LR][)>< t＞＜≥≤]/g,
  /[左右双雙]|[两兩]侧|中央|正中|居中|中线/g,
] as const;

/** Searches a text from front to back for what may say a side. */
export type SideSearch = { readonly text: string; readonly places: Float64Array };

export function makeSideSearch(text: string): SideSearch {
  return { text, places: new Float64Array(PATTERNS.length).fill(-1) };
}

/** Where what may say a side next ends, from `from` on; the text's length where nothing does. */
export function findSide(search: SideSearch, from: number): number {
  const { text, places } = search;
  let nearest = text.length;
  for (let index = 0; index < PATTERNS.length; index++) {
    if (places[index]! < from) places[index] = placeOf(PATTERNS[index]!, text, from);
    if (places[index]! < nearest) nearest = places[index]!;
  }
  return nearest;
}

function placeOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

const ENDS = /[.;!?\n；。！？．]/g;

/** Where the sentence that goes on at `from` ends, `to` at the latest. */
export function sentenceEnd(text: string, from: number, to: number): number {
  // A search in the whole text would run on to a far end, again for every level.
  const stretch = text.slice(from, to);
  for (let at = endAfter(stretch, 0); at < stretch.length; at = endAfter(stretch, at + 1)) {
    if (boundaryAt(text, from + at) === HARD) return from + at;
  }
  return to;
}

/** Where the sentence that goes on up to `to` begins, `from` at the earliest. */
export function sentenceStart(text: string, from: number, to: number): number {
  const stretch = text.slice(from, to);
  let start = from;
  for (let at = endAfter(stretch, 0); at < stretch.length; at = endAfter(stretch, at + 1)) {
    if (boundaryAt(text, from + at) === HARD) start = from + at + 1;
  }
  return start;
}

function endAfter(stretch: string, from: number): number {
  ENDS.lastIndex = from;
  return ENDS.test(stretch) ? ENDS.lastIndex - 1 : stretch.length;
}
