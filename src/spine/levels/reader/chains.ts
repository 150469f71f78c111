import { readAtom, readBareAtom, readCompactDisc } from './atoms.ts';
import { addCandidate, type Candidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { digitValue, isDash, isLetter, isSlash } from './characters.ts';
import { readContinuation } from './continuations.ts';
import { ORDINAL_SIGN } from './han-atoms.ts';
import { skipClosingMarkup } from './markup.ts';
import { isNumeral } from './numbers.ts';
import { regionOfHan, regionOfLetter } from './region-signs.ts';
import { readPlaceBelow } from './sacrum.ts';
import {
  DASH,
  GLUE,
  NO_SEPARATOR,
  ON,
  readSeparator,
  SLASH,
  SPACE,
  THROUGH,
  TO,
} from './separators.ts';
import { C8_ROOT, NO_SLOT, OCCIPUT, type Slot, slotBelow, slotsAdjacent } from './slots.ts';
import { BARE, LATIN, MARKUP, NUMERAL } from './traits.ts';
import { endsPhrase, unitFollows } from './units.ts';

const LONGEST_CHAIN = 16;

const slots = new Int32Array(LONGEST_CHAIN);
const starts = new Float64Array(LONGEST_CHAIN);
const ends = new Float64Array(LONGEST_CHAIN);

/**
 * From the level at `start` on, everything that hangs together: L4, L4/5, L2-S1, L3/4/5, T10 to L2,
 * then the bare numbers of a list. Adds what it finds; returns where it stopped, `start` if nothing.
 */
export function readChain(scan: LevelScan, start: number): number {
  const first = readAtom(scan, start);
  return first === NO_SLOT
    ? addCompactDisc(scan, start)
    : continueChain(scan, start, first, scan.traits, scan.end);
}

function addCompactDisc(scan: LevelScan, start: number): number {
  const upper = readCompactDisc(scan, start);
  if (upper === NO_SLOT) return start;
  const { end, traits } = scan;
  addCandidate(scan, start, end, PAIR, upper, slotBelow(upper), GLUE, traits);
  return end;
}

/** The same for a first level that was read already. */
export function continueChain(
  scan: LevelScan,
  start: number,
  first: Slot,
  firstTraits: number,
  firstEnd: number,
): number {
  const { text } = scan;
  const numerals = (firstTraits & NUMERAL) !== 0;
  slots[0] = first;
  starts[0] = start;
  ends[0] = firstEnd;
  let count = 1;
  let traits = firstTraits;
  let end = firstEnd;
  let separator = NO_SEPARATOR;
  let separators = 0;

  while (count < LONGEST_CHAIN) {
    const kind = readSeparator(scan, end);
    if (kind === NO_SEPARATOR) break;
    const at = scan.end;
    const previous = slots[count - 1]!;
    const slot = readNext(scan, at, previous, kind, numerals, end);
    if (slot === NO_SLOT) break;
    if ((traits & MARKUP) !== 0) scan.end = skipClosingMarkup(text, scan.end);
    if (slot === previous) {
      if (!reachesPair(kind, separator)) break;
      end = scan.end;
      continue;
    }
    if (!joinsWell(scan, kind, previous, slot, count, at)) break;
    slots[count] = slot;
    starts[count] = at;
    ends[count] = scan.end;
    end = scan.end;
    traits |= scan.traits;
    separator = kind;
    separators |= 1 << kind;
    count++;
  }
  if (isPartOfCode(text, end) && !sharesLevel(scan, end, slots[count - 1]!)) return end;
  return addChain(scan, count, separator, separators, traits, end);
}

function readNext(
  scan: LevelScan,
  at: number,
  previous: Slot,
  separator: number,
  numerals: boolean,
  end: number,
): Slot {
  const code = scan.text.charCodeAt(at);
  if (regionOfLetter(code) >= 0 || regionOfHan(code) >= 0 || code === ORDINAL_SIGN) {
    const slot = readAtom(scan, at);
    if (slot !== NO_SLOT || separator === GLUE || separator === SPACE) return slot;
  }
  if (separator === GLUE) {
    return numerals && isNumeral(code) ? readBareAtom(scan, at, previous, true) : NO_SLOT;
  }
  if (separator === SPACE || separator === ON) return NO_SLOT;
  const below = readPlaceBelow(scan, at);
  if (below !== NO_SLOT) return below;
  const slot = readBareAtom(scan, at, previous, numerals);
  if (slot === NO_SLOT || unitFollows(scan, scan.end)) return NO_SLOT;
  return bareFits(scan, previous, slot, separator, at - end) ? slot : NO_SLOT;
}

/** A number alone is a level only where it counts on: L4-5, L1-5, L5-1, and closely written. */
function bareFits(
  scan: LevelScan,
  previous: Slot,
  slot: Slot,
  separator: number,
  gap: number,
): boolean {
  if (slot < previous && !slotsAdjacent(previous, slot)) return false;
  if (previous === OCCIPUT) return true;
  const isLoose = separator === DASH ? gap > 2 : separator === TO || separator === THROUGH;
  return !isLoose || slotsAdjacent(previous, slot) || endsPhrase(scan, scan.end);
}

function joinsWell(
  scan: LevelScan,
  separator: number,
  previous: Slot,
  slot: Slot,
  count: number,
  at: number,
): boolean {
  if (previous === OCCIPUT || slot === OCCIPUT) return count === 1 && slot !== OCCIPUT;
  if (slot === C8_ROOT || previous === C8_ROOT) {
    return separator === DASH || separator === SLASH || separator === TO;
  }
  switch (separator) {
    case ON:
      return count === 1 && slotsAdjacent(previous, slot);
    case GLUE:
      // T11L2 lost its dash on the way: both ends are written out, so nothing else fits.
      return (
        slotsAdjacent(previous, slot) ||
        (count === 1 && slot > previous && (scan.traits & LATIN) !== 0)
      );
    case SPACE:
      return count === 1 && isLoosePair(scan, previous, slot, at);
    default:
      return true;
  }
}

/** "L5 S1", written without a mark: neighbours in order, and the second begins no pair of its own. */
function isLoosePair(scan: LevelScan, previous: Slot, slot: Slot, at: number): boolean {
  const { text } = scan;
  if (slot < previous || !slotsAdjacent(previous, slot)) return false;
  if (text.charCodeAt(at - 1) !== 32 || isLetter(text.charCodeAt(scan.end))) return false;
  const next = text.charCodeAt(scan.end);
  if (isSlash(next) || isDash(next)) return false;
  return !(
    next === 32 &&
    regionOfLetter(text.charCodeAt(scan.end + 1)) >= 0 &&
    digitValue(text.charCodeAt(scan.end + 2)) >= 0
  );
}

/** L4-100, L4/5/2021, T1-300, C2C12: with more behind, it is a date, a part number or a code. */
function isPartOfCode(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (isLetter(code)) return !text.startsWith('AI', end);
  return (isDash(code) || isSlash(code)) && digitValue(text.charCodeAt(end + 1)) >= 0;
}

/** L3/4 to L4/5, L3/4-4/5: the second pair starts where the first one ends. */
function reachesPair(separator: number, before: number): boolean {
  if (separator === TO || separator === THROUGH) return before !== NO_SEPARATOR;
  return separator === DASH && before === SLASH;
}

/** L3-4/4-5: the list goes on with a pair that shares the level. */
function sharesLevel(scan: LevelScan, end: number, last: Slot): boolean {
  if (!isSlash(scan.text.charCodeAt(end))) return false;
  const slot = readBareAtom(scan, end + 1, last, false);
  return slot === last && isDash(scan.text.charCodeAt(scan.end));
}

function addChain(
  scan: LevelScan,
  count: number,
  separator: number,
  separators: number,
  traits: number,
  end: number,
): number {
  if (count === 1) return addSingle(scan, traits, end);
  const onlySlashes = separators === 1 << SLASH;
  const isList = onlySlashes && (traits & BARE) === 0 && slots[0] !== OCCIPUT;
  if (isList && !isConsecutive(count)) {
    return addEach(scan, count, traits, end);
  }
  const from = slots[0]!;
  const to = slots[count - 1]!;
  const form = count === 2 && slotsAdjacent(from, to) ? PAIR : RANGE;
  const candidate = addCandidate(
    scan,
    starts[0]!,
    end,
    form,
    Math.min(from, to),
    Math.max(from, to),
    separator,
    traits,
  );
  orderOccipitalAndRoots(candidate, from, to);
  return readContinuation(scan, candidate);
}

/** The occiput lies above all levels, and C8 between C7 and T1, though their slots stand at the end. */
function orderOccipitalAndRoots(candidate: Candidate, from: Slot, to: Slot): void {
  if (from === OCCIPUT) {
    candidate.first = OCCIPUT;
    candidate.last = to;
    if (to === 0) candidate.form = SINGLE;
  } else if (from === C8_ROOT || to === C8_ROOT) {
    const other = from === C8_ROOT ? to : from;
    candidate.first = other < 7 ? other : C8_ROOT;
    candidate.last = other < 7 ? C8_ROOT : other;
    candidate.form = RANGE;
  }
}

function addSingle(scan: LevelScan, traits: number, end: number): number {
  const slot = slots[0]!;
  if (slot === OCCIPUT) return end;
  const candidate = addCandidate(scan, starts[0]!, end, SINGLE, slot, slot, NO_SEPARATOR, traits);
  return readContinuation(scan, candidate);
}

/** L1/L3/L5 names three vertebrae and nothing between them. */
function addEach(scan: LevelScan, count: number, traits: number, end: number): number {
  for (let index = 0; index < count; index++) {
    const slot = slots[index]!;
    addCandidate(scan, starts[index]!, ends[index]!, SINGLE, slot, slot, SLASH, traits);
  }
  return end;
}

function isConsecutive(count: number): boolean {
  for (let index = 1; index < count; index++) {
    if (!slotsAdjacent(slots[index - 1]!, slots[index]!)) return false;
  }
  return true;
}
