import {
  digitValue,
  isDash,
  isHyphen,
  isLetter,
  isUpperCase,
  narrow,
  skipSpaces,
} from './characters.ts';
import { isNumeral, NO_NUMBER, readDigits, readNumeral } from './numbers.ts';
import { readRoman } from './romans.ts';
import type { Scan } from './scan.ts';
import {
  CERVICAL,
  COCCYGEAL,
  LUMBAR,
  NO_SLOT,
  SACRAL,
  type Slot,
  slotAfter,
  slotOf,
  slotsAdjacent,
  THORACIC,
} from './slots.ts';
import {
  BARE,
  COCCYGEAL_NUMBER,
  COMPACT,
  DORSAL,
  DOTTED,
  HAN,
  HYPHENATED,
  LATIN,
  LOWER_CASE,
  MARKUP,
  NUMERAL,
  ROMAN,
  SPACED,
  SPELLED_OUT,
  ZH_WORD,
} from './traits.ts';

/** One level as written, at one place. `traits` says how; it is set with every slot returned. */
export type AtomScan = Scan & { traits: number };

const LATIN_REGIONS = regionTable([
  ['CcＣｃ', CERVICAL],
  ['TtDdＴｔＤｄ', THORACIC],
  ['LlＬｌ', LUMBAR],
  ['SsＳｓ', SACRAL],
]);

const HAN_REGIONS = regionTable([
  ['颈頸', CERVICAL],
  ['胸', THORACIC],
  ['腰', LUMBAR],
  ['骶薦', SACRAL],
  ['尾', COCCYGEAL],
]);

function regionTable(signs: readonly (readonly [signs: string, region: number])[]): Int8Array {
  const table = new Int8Array(0x10000).fill(-1);
  for (const [list, region] of signs) {
    for (const sign of list) table[sign.charCodeAt(0)] = region;
  }
  return table;
}

/** The region a Latin letter stands for, -1 for none; past the text's end there is none. */
export function regionOfLetter(code: number): number {
  return code > 0 ? LATIN_REGIONS[code]! : -1;
}

export function regionOfHan(code: number): number {
  return code > 0 ? HAN_REGIONS[code]! : -1;
}

const VERTEBRA_SIGN = '椎'.charCodeAt(0);
const ORDINAL_SIGN = '第'.charCodeAt(0);

/** A level with its region: L4, L-4, Th12, 腰4, 腰椎第4节, 第四腰椎. */
export function readAtom(scan: AtomScan, from: number): Slot {
  const code = scan.text.charCodeAt(from);
  if (regionOfLetter(code) >= 0) return readLatinAtom(scan, from);
  if (regionOfHan(code) >= 0) return readHanAtom(scan, from);
  return code === ORDINAL_SIGN ? readOrdinalAtom(scan, from) : NO_SLOT;
}

function readLatinAtom(scan: AtomScan, from: number): Slot {
  const { text } = scan;
  const letter = text.charCodeAt(from);
  const region = regionOfLetter(letter);
  let at = from + 1;
  let traits = LATIN;
  if (!isUpperCase(letter)) traits |= LOWER_CASE;
  const narrowed = narrow(letter) | 32;
  if (narrowed === 100) traits |= DORSAL;
  const isTh = narrowed === 116 && (narrow(text.charCodeAt(at)) | 32) === 104;
  if (isTh) at++;
  const isCo = narrowed === 99 && (narrow(text.charCodeAt(at)) | 32) === 111;
  if (isCo) {
    at++;
    traits |= COCCYGEAL_NUMBER;
  }

  let ordinal = readDigits(scan, at);
  if (ordinal === NO_NUMBER) {
    const gap = skipGap(scan, at);
    traits |= scan.traits;
    if (gap < 0) {
      ordinal = readRoman(scan, at);
      traits |= ROMAN;
    } else {
      ordinal = readDigits(scan, gap);
    }
    if (ordinal === NO_NUMBER) return NO_SLOT;
    if ((traits & MARKUP) !== 0) scan.end = skipClosingMarkup(text, scan.end);
  }
  if (!closesNumber(text, scan.end)) return NO_SLOT;
  scan.traits = traits;
  return slotOf(isCo ? COCCYGEAL : region, ordinal);
}

/** From a letter to its digits over what may stand between; -1 where no digit follows. Sets `traits`. */
function skipGap(scan: AtomScan, from: number): number {
  const { text } = scan;
  scan.traits = 0;
  const code = text.charCodeAt(from);
  let at = from;
  if (isHyphen(code)) {
    scan.traits = HYPHENATED;
    at = from + 1;
  } else if (code === 46) {
    scan.traits = DOTTED;
    at = skipSpaces(text, from + 1);
  } else {
    at = skipSpaces(text, from);
    if (at > from) scan.traits = SPACED;
    const opened = skipOpeningMarkup(text, at);
    if (opened > at) scan.traits = MARKUP;
    at = opened;
  }
  return digitValue(text.charCodeAt(at)) >= 0 ? at : -1;
}

/** L_4, L_{4}, L$_{4}$, $\mathrm{L}_{4}$, L<sub>4</sub>. */
function skipOpeningMarkup(text: string, from: number): number {
  if (text.startsWith('<sub>', from)) return from + 5;
  let at = from;
  if (text[at] === '}') at++;
  if (text[at] === '$') at = skipSpaces(text, at + 1);
  if (text[at] !== '_') return from;
  at = skipSpaces(text, at + 1);
  return text[at] === '{' ? skipSpaces(text, at + 1) : at;
}

export function skipClosingMarkup(text: string, from: number): number {
  if (text.startsWith('</sub>', from)) return from + 6;
  const at = skipSpaces(text, from);
  if (text[at] !== '}') return from;
  const dollar = skipSpaces(text, at + 1);
  return text[dollar] === '$' ? dollar + 1 : at + 1;
}

/** 腰4, 腰四, 腰椎4, 腰椎第4节, 腰第4椎, Ｌ-like spacing included. */
function readHanAtom(scan: AtomScan, from: number): Slot {
  const { text } = scan;
  const region = regionOfHan(text.charCodeAt(from));
  let at = from + 1;
  let traits = HAN | (region === COCCYGEAL ? COCCYGEAL_NUMBER : 0);
  if (text.charCodeAt(at) === VERTEBRA_SIGN) {
    at++;
    if (text[at] === '体' || text[at] === '體') at++;
    traits |= ZH_WORD;
  }
  at = skipSpaces(text, at);
  const hasOrdinalSign = text.charCodeAt(at) === ORDINAL_SIGN;
  if (hasOrdinalSign) {
    at = skipSpaces(text, at + 1);
    traits = HAN | SPELLED_OUT;
  }
  const ordinal = readHanNumber(scan, at);
  if (ordinal === NO_NUMBER) return NO_SLOT;
  traits |= scan.traits;
  if (!closesNumber(text, scan.end)) return NO_SLOT;
  if (hasOrdinalSign) scan.end = skipNodeSign(text, scan.end);
  scan.traits = traits;
  return slotOf(region, ordinal);
}

/** Digits or numerals after a Chinese region; `traits` says which. */
export function readHanNumber(scan: AtomScan, at: number): number {
  scan.traits = 0;
  if (!isNumeral(scan.text.charCodeAt(at))) return readDigits(scan, at);
  scan.traits = NUMERAL;
  return readNumeral(scan, at);
}

/** 第4节, 第4椎: the counting word belongs to the level, 第4椎体 and 第4椎间盘 begin a noun. */
function skipNodeSign(text: string, at: number): number {
  const sign = text[at];
  if (sign === '节' || sign === '節') return text[at + 1] === '段' ? at : at + 1;
  if (sign !== '椎') return at;
  return '体體间間板管'.includes(text[at + 1] ?? '。') ? at : at + 1;
}

/** 第四腰椎, 第12胸椎, 第1骶椎. */
export function readOrdinalAtom(scan: AtomScan, from: number): Slot {
  const { text } = scan;
  const ordinal = readHanNumber(scan, skipSpaces(text, from + 1));
  if (ordinal === NO_NUMBER) return NO_SLOT;
  const at = skipOrdinalCounter(text, skipSpaces(text, scan.end));
  const region = regionOfHan(text.charCodeAt(at));
  if (region < 0) return NO_SLOT;
  scan.end = skipVertebraSign(text, at + 1);
  scan.traits = HAN | SPELLED_OUT;
  return slotOf(region, ordinal);
}

/** 第4节腰椎, 第4个腰椎. */
export function skipOrdinalCounter(text: string, at: number): number {
  return '节節个個'.includes(text[at] ?? '。') ? at + 1 : at;
}

/** 腰椎 in 第四腰椎, but not in 第四腰椎间盘: there 椎间盘 is the noun. */
export function skipVertebraSign(text: string, at: number): number {
  if (text.charCodeAt(at) !== VERTEBRA_SIGN) return at;
  return '间間弓板'.includes(text[at + 1] ?? '。') ? at : at + 1;
}

/** A number alone after a level: the 5 of L4/5. */
export function readBareAtom(
  scan: AtomScan,
  from: number,
  previous: Slot,
  numerals: boolean,
): Slot {
  scan.traits = 0;
  const at = skipOpeningMarkup(scan.text, from);
  const ordinal = numerals ? readHanNumber(scan, at) : readDigits(scan, at);
  if (ordinal === NO_NUMBER) return NO_SLOT;
  if (at > from) scan.end = skipClosingMarkup(scan.text, scan.end);
  if (!closesNumber(scan.text, scan.end)) return NO_SLOT;
  scan.traits |= BARE;
  return slotAfter(previous, ordinal);
}

/**
 * The upper level of a disc written as two digits in a row or with a point between: L45, 腰45, L4.5
 * (its lower level is the next one); none where the digits do not count on.
 */
export function readCompactDisc(scan: AtomScan, from: number): Slot {
  const { text } = scan;
  const letter = text.charCodeAt(from);
  const region = regionOfLetter(letter) >= 0 ? regionOfLetter(letter) : regionOfHan(letter);
  if (region < 0 || region >= SACRAL) return NO_SLOT;
  let at = from + 1;
  if (text.charCodeAt(at) === VERTEBRA_SIGN) at++;
  const upper = digitValue(text.charCodeAt(at));
  if (text.charCodeAt(at + 1) === 46) at++;
  const lower = digitValue(text.charCodeAt(at + 1));
  if (upper < 1 || lower < 1 || !closesNumber(text, at + 2)) return NO_SLOT;
  const slot = slotOf(region, upper);
  if (slot === NO_SLOT || !slotsAdjacent(slot, slotAfter(slot, lower)) || lower === upper - 1)
    return NO_SLOT;
  scan.end = at + 2;
  scan.traits = LATIN | COMPACT;
  return slot;
}

/** Whether a number can end here: not in a decimal, a longer word, a percentage. */
export function closesNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code) || code === 32) return true;
  if (digitValue(code) >= 0) return false;
  if (isLetter(code)) return gluesLevel(text, at);
  switch (code) {
    case 46: // .
    case 0xff0e:
      return digitValue(text.charCodeAt(at + 1)) < 0;
    case 43: // +
      return digitValue(text.charCodeAt(at + 1)) >= 0 || isLetter(text.charCodeAt(at + 1));
    case 37: // %
    case 0x3c1: // ρ
    case 95: // _
    case 61: // =
    case 176: // °
    case 0x2032: // ′
    case 0x2103: // ℃
    case 0xff05: // ％
      return false;
    default:
      return true;
  }
}

/** L5S1, T12L1, S2AI: the letters after the number begin the next level or name a screw. */
function gluesLevel(text: string, at: number): boolean {
  if (text.startsWith('AI', at)) return !isLetter(text.charCodeAt(at + 2)) || text[at + 2] === 'S';
  if (!isUpperCase(text.charCodeAt(at)) || regionOfLetter(text.charCodeAt(at)) < 0) {
    return text.startsWith('s1', at) && digitValue(text.charCodeAt(at + 2)) < 0;
  }
  const next = text.charCodeAt(at + 1) === 104 ? at + 2 : at + 1;
  return digitValue(text.charCodeAt(next)) >= 0;
}

/** Whether a level may begin here: not inside a word, a number, an address or another code. */
export function opensAtom(text: string, at: number): boolean {
  if (at === 0) return true;
  const code = text.charCodeAt(at - 1);
  if (code === 32) return true;
  if (isLetter(code) || digitValue(code) >= 0) return false;
  switch (code) {
    case 95: // _
    case 61: // =
    case 64: // @
    case 35: // #
      return false;
    case 47: // /
      return !isLetter(text.charCodeAt(at - 2)) && digitValue(text.charCodeAt(at - 2)) < 0;
    default:
      return !isDash(code) || !isCodeBefore(text, at - 1);
  }
}

/** PD-L1, HLA-C4, 3-L4, a/b/L4: what stands before the mark is a code; "mid-T8" and "post-L5" are not. */
function isCodeBefore(text: string, at: number): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at - 1);
  if (digitValue(code) >= 0 || isUpperCase(code)) return true;
  if (!isLetter(code)) return false;
  let start = at - 1;
  while (start > 0 && at - start < 8 && isLetter(text.charCodeAt(start - 1))) start--;
  return at - start < 3;
}
