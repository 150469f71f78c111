import { readAtom, readBareAtom } from './atoms.ts';
import { addCandidate, type Candidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { digitValue, isComma, isDash, isHan, isLetter, isSlash, skipSpaces } from './characters.ts';
import { isNumeral } from './numbers.ts';
import { DASH, SLASH } from './separators.ts';
import { NO_SLOT, OCCIPUT, regionOfSlot, type Slot, slotsAdjacent } from './slots.ts';
import { BARE, NUMERAL } from './traits.ts';
import { endsPhrase, unitFollows } from './units.ts';

const NONE = 0;
/** 、 or a comma without a space: the numbers stand so close that nothing else can be meant. */
const TIGHT = 1;
const LOOSE = 2;
/** Only a space: 4/5 5/6 counts on from one pair to the next. */
const BLANK = 3;
/** L3-4/4-5: the slash parts two pairs that share a level. */
const SLASHED = 4;

/**
 * The bare numbers that go on with a list: "3/4, 4/5" after L2/3, "4 and 5" after L3, 、5 after L4.
 * Adds each with its own offsets; returns where the list stopped.
 */
export function readContinuation(scan: LevelScan, first: Candidate): number {
  let last = first;
  for (;;) {
    const connector = readConnector(scan, last.end);
    if (connector === NONE) return last.end;
    const next = readListItem(scan, scan.end, last, connector);
    if (next === null) return last.end;
    next.joined = true;
    last = next;
  }
}

function readConnector(scan: LevelScan, from: number): number {
  const { text } = scan;
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  if (isComma(code)) {
    const next = skipSpaces(text, at + 1);
    scan.end = skipAnd(text, next);
    return next === at + 1 && at === from ? TIGHT : LOOSE;
  }
  if (isSlash(code)) {
    scan.end = at + 1;
    return SLASHED;
  }
  scan.end = skipAnd(text, at);
  if (scan.end > at) return LOOSE;
  return at === from + 1 ? BLANK : NONE;
}

function skipAnd(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 97: // a
      return text.startsWith('and ', at) ? skipSpaces(text, at + 4) : at;
    case 111: // o
      return text.startsWith('or ', at) ? skipSpaces(text, at + 3) : at;
    case 38: // &
    case 0x53ca: // 及
    case 0x548c: // 和
    case 0x4e0e: // 与
    case 0x8207: // 與
    case 0x6216: // 或
      return skipSpaces(text, at + 1);
    case 0x4ee5: // 以及
      return text.startsWith('以及', at) ? skipSpaces(text, at + 2) : at;
    default:
      return at;
  }
}

function readListItem(
  scan: LevelScan,
  at: number,
  last: Candidate,
  connector: number,
): Candidate | null {
  const numerals = (last.traits & NUMERAL) !== 0;
  const code = scan.text.charCodeAt(at);
  if (digitValue(code) < 0 && !(numerals && isNumeral(code))) return null;
  if (last.last >= OCCIPUT) return null;
  return last.form === SINGLE
    ? readSingleItem(scan, at, last, connector, numerals)
    : readPairItem(scan, at, last, connector, numerals);
}

/** 4 after L3: counts on, and is not the start of a measure. */
function readSingleItem(
  scan: LevelScan,
  at: number,
  last: Candidate,
  connector: number,
  numerals: boolean,
): Candidate | null {
  if (connector === BLANK || connector === SLASHED) return null;
  const slot = readBareAtom(scan, at, last.last, numerals);
  const { end } = scan;
  if (slot === NO_SLOT || slot <= last.last || unitFollows(scan, end)) return null;
  const next = scan.text.charCodeAt(end);
  if (isSlash(next) || (isDash(next) && !continuesRange(scan, end))) return null;
  const isPlain = connector === TIGHT && (slotsAdjacent(last.last, slot) || isHan(next));
  if (!isPlain && !isHan(next) && !endsPhrase(scan, end)) return null;
  if (isDash(next)) return readRangeItem(scan, at, slot, end, last);
  return addCandidate(scan, at, end, SINGLE, slot, slot, 0, last.traits | BARE);
}

function continuesRange(scan: LevelScan, end: number): boolean {
  return digitValue(scan.text.charCodeAt(end + 1)) >= 0;
}

/** 4-6 in "L1, 4-6" is no pair of neighbours: two more levels and what lies between. */
function readRangeItem(
  scan: LevelScan,
  at: number,
  slot: Slot,
  end: number,
  last: Candidate,
): Candidate | null {
  const to = readBareAtom(scan, end + 1, slot, false);
  if (to === NO_SLOT || to <= slot || unitFollows(scan, scan.end)) return null;
  const form = slotsAdjacent(slot, to) ? PAIR : RANGE;
  return addCandidate(scan, at, scan.end, form, slot, to, DASH, last.traits | BARE);
}

/** 4/5 after L3/4, 5/S1 after L4/5, 5-1 for L5-S1: neighbours that do not go back. */
function readPairItem(
  scan: LevelScan,
  at: number,
  last: Candidate,
  connector: number,
  numerals: boolean,
): Candidate | null {
  const { text } = scan;
  const upper = readBareAtom(scan, at, last.last, numerals);
  if (upper === NO_SLOT || upper < last.first) return null;
  if (regionOfSlot(upper) !== regionOfSlot(last.last)) return null;
  const upperEnd = scan.end;
  const sign = skipSpaces(text, upperEnd);
  const code = text.charCodeAt(sign);
  const separator = isSlash(code) ? SLASH : isDash(code) ? DASH : 0;
  if (separator === 0) {
    return last.form === RANGE &&
      connector === TIGHT &&
      upper > last.last &&
      endsPhrase(scan, upperEnd)
      ? addCandidate(scan, at, upperEnd, SINGLE, upper, upper, 0, last.traits | BARE)
      : null;
  }
  if (separator !== last.separator && sign > upperEnd) return null;
  const lowerAt = skipSpaces(text, sign + 1);
  let lower = readBareAtom(scan, lowerAt, upper, numerals);
  if (lower === NO_SLOT) lower = readAtom(scan, lowerAt);
  const { end } = scan;
  if (lower === NO_SLOT || !slotsAdjacent(upper, lower) || lower < upper) return null;
  if ((connector === BLANK || connector === SLASHED) && upper !== last.last) return null;
  if (unitFollows(scan, end) || gradesStrength(scan, end)) return null;
  const next = text.charCodeAt(end);
  if ((isSlash(next) || isDash(next)) && digitValue(text.charCodeAt(end + 1)) >= 0) return null;
  return addCandidate(scan, at, end, PAIR, upper, lower, separator, last.traits | BARE);
}

const STRENGTH = /^\s?(?:strength|power|motor|muscle|grade|肌力|级)/i;

/** 4/5 is also a grade of muscle strength. */
function gradesStrength(scan: LevelScan, end: number): boolean {
  const next = scan.text.charCodeAt(skipSpaces(scan.text, end));
  return (isLetter(next) || isHan(next)) && STRENGTH.test(scan.text.slice(end, end + 12));
}
