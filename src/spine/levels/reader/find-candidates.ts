import { readAtom } from './atoms.ts';
import { opensAtom } from './borders.ts';
import type { LevelScan } from './candidates.ts';
import { continueChain, readChain } from './chains.ts';
import {
  digitValue,
  isDash,
  isHyphen,
  isLetter,
  isSpace,
  isUpperCase,
  narrow,
  skipSpacesBack,
} from './characters.ts';
import { ORDINAL_SIGN } from './han-atoms.ts';
import { readHanOrdinals } from './han-ordinals.ts';
import { readHanName, readHanRegion } from './han-words.ts';
import { wordStart } from './lexicon.ts';
import { readNamedVertebra } from './named-vertebrae.ts';
import { readSpelledLevels } from './ordinals.ts';
import { regionOfHan, regionOfLetter } from './region-signs.ts';
import { CERVICAL, NO_SLOT, OCCIPUT, regionOfSlot } from './slots.ts';
import { findSpineWord, isRegionWord, NOT_SPINE, regionOfWord } from './spine-words.ts';

/**
 * A level holds a digit (L4), a Chinese sign (腰, 第), one of a dozen English words or, rarely, a Roman
 * number. The engine's own search passes the rest of a text some ten times faster than a loop can.
 */
const SIGNS = /[0-9０-９₀-₉Ⅰ-Ⅻ第腰胸颈頸骶薦尾寰枢樞颅顱枕]/g;
const WORDS = /lumb|cerv|thor|dors|sacr|atla|axis|cocc|iovert|io-vert/gi;
const ROMANS = /[CLSTh][ -][IVX]/g;

/** Finds everything that is written like a level, in order, into `scan.found`. */
export function findCandidates(scan: LevelScan): void {
  const { text, found } = scan;
  const { length } = text;
  let sign = placeOf(SIGNS, text, 0);
  let word = placeOf(WORDS, text, 0);
  let roman = placeOf(ROMANS, text, 0);
  for (;;) {
    const at = Math.min(sign, word, roman);
    if (at >= length) return;
    /** Nothing before it may be read again: what was read there belongs to an earlier level. */
    const floor = found.length > 0 ? found[found.length - 1]!.end : 0;
    const stopped =
      at === sign ? readAtSign(scan, at, floor) : readAtLetter(scan, at, floor, at === roman);
    const from = Math.max(stopped, at + 1);
    if (sign < from) sign = placeOf(SIGNS, text, from);
    if (word < from) word = placeOf(WORDS, text, from);
    if (roman < from) roman = placeOf(ROMANS, text, from);
  }
}

/** The last character of the next match, the text's length where there is none. */
function placeOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

function readAtSign(scan: LevelScan, at: number, floor: number): number {
  const code = scan.text.charCodeAt(at);
  if (digitValue(code) >= 0) return readAtDigit(scan, at, floor);
  if (regionOfHan(code) >= 0) return isOtherNeck(scan.text, at) ? 0 : readHanRegion(scan, at);
  if (code === ORDINAL_SIGN) return readHanOrdinals(scan, at);
  return code < 0x3000 ? readAtRoman(scan, at, floor) : readHanName(scan, at);
}

/** 宫颈, 股骨颈, 胆囊颈 and 瘤颈 are necks of other things. */
function isOtherNeck(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x9888 && code !== 0x9838) return false;
  return at > 0 && '宫宮骨囊胱瘤牙'.includes(text[at - 1]!);
}

/** From the first digit of a run back to its letter: L4, L-4, L 4, Th12, L$_{4}$. */
function readAtDigit(scan: LevelScan, at: number, floor: number): number {
  const { text } = scan;
  const start = letterBefore(text, at);
  if (start < floor) return skipDigits(text, at);
  const occiput = occiputBefore(scan, start, floor);
  // C5-6/C6-7: the mark right behind an earlier level parts the two.
  const followsLevel = floor > 0 && start === floor + 1;
  if (occiput < 0 && !followsLevel && !opensAtom(text, start)) return skipDigits(text, at);
  noteTimePoint(scan, start, at);
  const stopped = occiput < 0 ? readChain(scan, start) : readFromOcciput(scan, occiput, start);
  return stopped > start ? Math.max(stopped, at + 1) : skipDigits(text, at);
}

function skipDigits(text: string, from: number): number {
  let at = from + 1;
  while (digitValue(text.charCodeAt(at)) >= 0) at++;
  return at;
}

/** Where the region's letter before a digit stands, over what may be between; -1 where none does. */
function letterBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  if (isLetter(code)) return regionLetterAt(text, at - 1);
  let place = at;
  if (isSpace(code)) place = skipSpacesBack(text, at);
  let mark = text.charCodeAt(place - 1);
  if (mark === 45 || mark === 46 || mark === 0x2010 || mark === 0x2011) {
    return regionLetterAt(text, place - 2);
  }
  if (mark === 123 || mark === 95 || mark === 62) {
    place = markupStart(text, place);
    mark = text.charCodeAt(place - 1);
    return isLetter(mark) ? regionLetterAt(text, place - 1) : -1;
  }
  if (place === at) return -1;
  return isUpperCase(mark) || mark === 104
    ? upperCaseOnly(text, regionLetterAt(text, place - 1))
    : -1;
}

function upperCaseOnly(text: string, at: number): number {
  return isUpperCase(text.charCodeAt(at)) ? at : -1;
}

/** The place of the region's letter when the word that ends at `at` is one: L, T, Th. */
function regionLetterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (regionOfLetter(code) >= 0) return at;
  const lower = narrow(code) | 32;
  const before = narrow(text.charCodeAt(at - 1));
  if (lower === 104 && before === 84) return at - 1;
  return lower === 111 && before === 67 ? at - 1 : -1;
}

/** Back over `_{`, `$_{`, `}_{`, `<sub>`, with the spaces converters put between. */
function markupStart(text: string, at: number): number {
  if (text.startsWith('<sub>', at - 5)) return at - 5;
  let place = at;
  if (text[place - 1] === '{') place = skipSpacesBack(text, place - 1);
  if (text[place - 1] !== '_') return at;
  place = skipSpacesBack(text, place - 1);
  if (text[place - 1] === '$') place = skipSpacesBack(text, place - 1);
  return text[place - 1] === '}' ? place - 1 : place;
}

/** T0, D0, D14: no vertebrae, so the text counts points in time, stages or days with these letters. */
function noteTimePoint(scan: LevelScan, start: number, at: number): void {
  const letter = scan.text.charCodeAt(start);
  if (letter !== 84 && letter !== 68) return;
  const first = digitValue(scan.text.charCodeAt(at));
  const second = digitValue(scan.text.charCodeAt(at + 1));
  const isBeyond = second >= 0 && (first > 1 || second > 3);
  if (letter === 84 && first === 0) scan.hasTimePoints = true;
  if (letter === 68 && (first === 0 || isBeyond)) scan.hasDays = true;
}

const OCCIPUT_WORDS: ReadonlySet<string> = new Set(['occiput', 'occ', 'oc', 'o', 'skull']);

/** The word for the occiput that a range down to the level at `start` begins with ("occiput to C2"). */
function occiputBefore(scan: LevelScan, start: number, floor: number): number {
  const { text } = scan;
  if (regionOfLetter(text.charCodeAt(start)) !== CERVICAL || start === 0) return -1;
  let place = skipSpacesBack(text, start);
  if (isDash(text.charCodeAt(place - 1))) place -= 1;
  else if (text.startsWith('to', place - 2) && isSpace(text.charCodeAt(place - 3))) place -= 2;
  else return -1;
  const end = skipSpacesBack(text, place);
  const first = text[end - 1] === '骨' ? end - 2 : end - 1;
  if (text[first] === '枕') return first >= floor ? first : -1;
  const word = wordStart(text, end);
  if (word < floor || word === end) return -1;
  return OCCIPUT_WORDS.has(text.slice(word, end).toLowerCase()) ? word : -1;
}

function readFromOcciput(scan: LevelScan, occiput: number, start: number): number {
  let end = start;
  while (end > occiput && !isLetter(scan.text.charCodeAt(end - 1))) end--;
  if (scan.text.startsWith('to', end - 2)) end = skipSpacesBack(scan.text, end - 2);
  if (scan.text[occiput] === '枕') end = occiput + (scan.text[occiput + 1] === '骨' ? 2 : 1);
  const slot = readAtom(scan, start);
  if (slot === NO_SLOT || regionOfSlot(slot) !== CERVICAL || slot >= OCCIPUT) {
    return readChain(scan, start);
  }
  return continueChain(scan, occiput, OCCIPUT, scan.traits, end);
}

/** L IV, Th XII: the number is Roman. */
function readAtRoman(scan: LevelScan, at: number, floor: number): number {
  const { text } = scan;
  const before = text.charCodeAt(at - 1);
  const end = isHyphen(before) ? at - 1 : skipSpacesBack(text, at);
  const start = regionLetterAt(text, end - 1);
  if (start < floor || !isUpperCase(text.charCodeAt(start)) || !opensAtom(text, start)) return 0;
  return readChain(scan, start);
}

function readAtLetter(scan: LevelScan, at: number, floor: number, isRoman: boolean): number {
  if (isRoman) return readAtRoman(scan, at, floor);
  const found = findSpineWord(scan, at);
  const { start, end, word } = found;
  if (word === NOT_SPINE || start < floor) return 0;
  if (!isRegionWord(word)) return readNamedVertebra(scan, found);
  return Math.max(readSpelledLevels(scan, start, end, regionOfWord(word), floor), end);
}
