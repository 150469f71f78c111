import { isDash, isLetter, isSlash, skipSpaces } from './characters.ts';
import { FILLER, PLACE, VERTEBRA, VERTEBRAL } from './context-flags.ts';
import { readContextWord } from './context-words.ts';
import { buildTermReader } from './lexicon.ts';
import type { Scan } from './scan.ts';

export const NO_SEPARATOR = 0;
export const SLASH = 1;
export const DASH = 2;
/** "to", 至, 到: from one to the other. */
export const TO = 3;
/** "through": both ends and all between, so always vertebrae. */
export const THROUGH = 4;
/** "on", "over", 相对: one vertebra slips on the next. */
export const ON = 5;
/** Nothing between: L5S1, 腰四五. */
export const GLUE = 6;
export const SPACE = 7;

const CJK_ONE = 0x4e00;

/** What joins a level to the next one into a pair or a range; `scan.end` is where the next one starts. */
export function readSeparator(scan: Scan, from: number): number {
  const { text } = scan;
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  if (isSlash(code)) {
    scan.end = skipSpaces(text, at + 1);
    return SLASH;
  }
  if (isDash(code)) {
    const second = isDash(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
    scan.end = skipSpaces(text, second);
    return DASH;
  }
  if (code < 128) return readSeparatorWord(scan, from, at);
  return readHanSeparator(scan, at);
}

/** Words after a level: at most "vertebral body", then the joining word, then at most "the level of the". */
function readSeparatorWord(scan: Scan, from: number, at: number): number {
  const { text } = scan;
  scan.end = at;
  if (at === from) return isLetter(text.charCodeAt(at)) ? GLUE : NO_SEPARATOR;
  let place = at;
  for (let words = 0; words < 3; words++) {
    const joined = readJoiningWord(scan, place);
    if (joined !== NO_SEPARATOR) {
      scan.end = skipFillers(scan, scan.end);
      return joined;
    }
    if (!mayBeNoun(text.charCodeAt(place))) break;
    if ((readContextWord(scan, place) & (VERTEBRA | VERTEBRAL | PLACE)) === 0) break;
    place = skipSpaces(text, scan.end);
  }
  scan.end = at;
  return SPACE;
}

/** vertebra, body, level, segment */
function mayBeNoun(code: number): boolean {
  const lower = code | 32;
  return lower === 118 || lower === 98 || lower === 108 || lower === 115;
}

function readJoiningWord(scan: Scan, at: number): number {
  const { text } = scan;
  switch (text.charCodeAt(at) | 32) {
    case 116: // t
      if (endsWord(scan, at, 'to')) return TO;
      if (endsWord(scan, at, 'through') || endsWord(scan, at, 'thru')) return THROUGH;
      return endsWord(scan, at, 'till') ? TO : NO_SEPARATOR;
    case 111: // o
      return endsWord(scan, at, 'on') || endsWord(scan, at, 'over') ? ON : NO_SEPARATOR;
    case 117: // u
      if (endsWord(scan, at, 'upon')) return ON;
      return endsWord(scan, at, 'up to') || endsWord(scan, at, 'until') ? TO : NO_SEPARATOR;
    case 100: // d
      return endsWord(scan, at, 'down to') ? TO : NO_SEPARATOR;
    case 114: // r
      return endsWord(scan, at, 'relative to') ? ON : NO_SEPARATOR;
    case 119: // w
      return endsWord(scan, at, 'with respect to') || endsWord(scan, at, 'with regard to')
        ? ON
        : NO_SEPARATOR;
    default:
      return NO_SEPARATOR;
  }
}

function endsWord(scan: Scan, at: number, word: string): boolean {
  const end = at + word.length;
  for (let place = 1; place < word.length; place++) {
    const code = scan.text.charCodeAt(at + place);
    if ((code | 32) !== word.charCodeAt(place)) return false;
  }
  if (isLetter(scan.text.charCodeAt(end))) return false;
  scan.end = skipSpaces(scan.text, end);
  return true;
}

/** "the", "the level of", "the L": at most three words before the second level. */
function skipFillers(scan: Scan, from: number): number {
  let at = from;
  for (let words = 0; words < 3; words++) {
    const flags = readContextWord(scan, at);
    if (scan.end === at || (flags & FILLER) === 0) return at;
    at = skipSpaces(scan.text, scan.end);
  }
  return at;
}

const HAN_NOUN = 1 << 8;

/** The separator a Chinese word stands for, or a noun that may come before one: 胸10椎体至腰2. */
const readHanJoiner = buildTermReader([
  [HAN_NOUN, '椎体水平 椎体 椎體 水平 平面 节段 節段 椎骨 椎'],
  [TO, '直至 至 到'],
  [ON, '相对于 相对 相對於 较 在'],
]);

function readHanSeparator(scan: Scan, at: number): number {
  const { text } = scan;
  // A dash that was taken for the numeral one: L4一5.
  if (text.charCodeAt(at) === CJK_ONE && isLevelStart(text.charCodeAt(at + 1))) {
    scan.end = at + 1;
    return DASH;
  }
  let separator = readHanJoiner(scan, at);
  if (separator === HAN_NOUN) {
    const place = skipSpaces(text, scan.end);
    if (isDash(text.charCodeAt(place))) {
      scan.end = skipSpaces(text, place + 1);
      return DASH;
    }
    separator = readHanJoiner(scan, place);
  }
  if (separator === TO || separator === ON) {
    scan.end = skipSpaces(text, scan.end);
    return separator;
  }
  scan.end = at;
  return GLUE;
}

function isLevelStart(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 67 || code === 76 || code === 83 || code === 84;
}
