import { closesNumber } from './borders.ts';
import { digitValue, isHyphen, isUpperCase, narrow, skipSpaces } from './characters.ts';
import {
  ORDINAL_SIGN,
  readHanAtom,
  readHanNumber,
  readOrdinalAtom,
  VERTEBRA_SIGN,
} from './han-atoms.ts';
import { skipClosingMarkup, skipOpeningMarkup } from './markup.ts';
import { NO_NUMBER, readDigits } from './numbers.ts';
import { regionOfHan, regionOfLetter } from './region-signs.ts';
import { readRoman } from './romans.ts';
import type { AtomScan } from './scan.ts';
import {
  COCCYGEAL,
  NO_SLOT,
  SACRAL,
  type Slot,
  slotAfter,
  slotOf,
  slotsAdjacent,
} from './slots.ts';
import {
  BARE,
  COCCYGEAL_NUMBER,
  COMPACT,
  DORSAL,
  DOTTED,
  HYPHENATED,
  LATIN,
  LOWER_CASE,
  MARKUP,
  ROMAN,
  SPACED,
} from './traits.ts';

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
