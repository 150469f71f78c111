import { closesNumber } from './borders.ts';
import { skipSpaces } from './characters.ts';
import { isNumeral, NO_NUMBER, readDigits, readNumeral } from './numbers.ts';
import { regionOfHan } from './region-signs.ts';
import type { AtomScan } from './scan.ts';
import { COCCYGEAL, NO_SLOT, type Slot, slotOf } from './slots.ts';
import { COCCYGEAL_NUMBER, HAN, NUMERAL, SPELLED_OUT, ZH_WORD } from './traits.ts';

export const VERTEBRA_SIGN = '椎'.charCodeAt(0);
export const ORDINAL_SIGN = '第'.charCodeAt(0);

/** 腰4, 腰四, 腰椎4, 腰椎第4节, 腰第4椎. */
export function readHanAtom(scan: AtomScan, from: number): Slot {
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
