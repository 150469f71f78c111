import { closesNumber } from './atoms.ts';
import { addCandidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { continueChain } from './chains.ts';
import {
  digitValue,
  isComma,
  isDash,
  isLetter,
  isSlash,
  skipSpaces,
  skipSpacesBack,
} from './characters.ts';
import { buildWordReader, wordStart } from './lexicon.ts';
import { NO_NUMBER, readDigits } from './numbers.ts';
import { DASH, NO_SEPARATOR, TO } from './separators.ts';
import { NO_SLOT, regionOfSlot, type Slot, slotBelow, slotOf, slotsAdjacent } from './slots.ts';
import { EN_WORD, SPELLED_OUT } from './traits.ts';
import { unitFollows } from './units.ts';

const readOrdinalWord = buildWordReader([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [5, 'fifth'],
  [6, 'sixth'],
  [7, 'seventh'],
  [8, 'eighth'],
  [9, 'ninth'],
  [10, 'tenth'],
  [11, 'eleventh'],
  [12, 'twelfth'],
  [13, 'thirteenth'],
]);

const BONE = 1;
const BONE_HEAD = 2;
const DISC_NOUN = 4;
/** Nouns that also follow a count: "the first lumbar level", "his second lumbar fracture". */
const COUNTABLE = 8;
/** Words that go on after a level without a noun: "the fourth lumbar and the fifth". */
const CLAUSE = 16;

const readNoun = buildWordReader([
  [BONE | BONE_HEAD, 'vertebra vertebrae'],
  [
    BONE,
    `vertebral body bodies segment segments nerve nerves root roots spinal pedicle pedicles lamina
     laminae spinous transverse dermatome dermatomes myotome myotomes ganglion ganglia foramen
     foramina neural facet facets endplate neurological`,
  ],
  [DISC_NOUN, 'interspace interspaces intervertebral'],
  [COUNTABLE | DISC_NOUN, 'disc discs disk disks'],
  [COUNTABLE, 'level levels fracture fractures'],
  [CLAUSE, 'and or to through was is were are'],
]);

const LONGEST_LIST = 8;
const values = new Int32Array(LONGEST_LIST);
const starts = new Float64Array(LONGEST_LIST);
const ends = new Float64Array(LONGEST_LIST);

/**
 * Levels spelled out around a region's word: "fourth lumbar vertebra", "4th and 5th lumbar vertebrae",
 * "lumbar 4/5". Returns where the reading stopped, 0 where the word names no level.
 */
export function readSpelledLevels(
  scan: LevelScan,
  start: number,
  end: number,
  region: number,
  floor: number,
): number {
  const count = readOrdinalsBack(scan, start, floor);
  return count > 0
    ? addOrdinals(scan, count, start, end, region)
    : readNumberAfter(scan, start, end, region);
}

/** Collects "third, fourth and fifth" backwards from the region; the nearest stands first in the arrays. */
function readOrdinalsBack(scan: LevelScan, start: number, floor: number): number {
  let count = 0;
  let at = start;
  separatorBefore = NO_SEPARATOR;
  while (count < LONGEST_LIST) {
    const end = skipSpacesBack(scan.text, at);
    const value = readOrdinalBack(scan, end);
    if (value === NO_NUMBER || wordAt < floor) break;
    values[count] = value;
    starts[count] = wordAt;
    ends[count] = end;
    count++;
    const before = skipConnectorBack(scan, wordAt);
    if (before < 0) break;
    at = before;
  }
  return count;
}

/** Set by the backward readers: where the word begins, and how the last two ordinals are joined. */
let wordAt = 0;
let separatorBefore = NO_SEPARATOR;

function readOrdinalBack(scan: LevelScan, end: number): number {
  const { text } = scan;
  const start = wordStart(text, end);
  if (start === end) return NO_NUMBER;
  if (end - start === 2 && digitValue(text.charCodeAt(start - 1)) >= 0) {
    if (!/^(?:st|nd|rd|th)$/i.test(text.slice(start, end))) return NO_NUMBER;
    const first = digitValue(text.charCodeAt(start - 2)) >= 0 ? start - 2 : start - 1;
    if (digitValue(text.charCodeAt(first - 1)) >= 0) return NO_NUMBER;
    wordAt = first;
    return readDigits(scan, first);
  }
  const value = readOrdinalWord(scan, start);
  if (value === 0 || scan.end !== end) return NO_NUMBER;
  wordAt = start;
  return value;
}

/** Over "and", a comma, a dash or "to" before an ordinal; -1 where none stands there. */
function skipConnectorBack(scan: LevelScan, from: number): number {
  const { text } = scan;
  const at = skipSpacesBack(text, from);
  const code = text.charCodeAt(at - 1);
  if (isDash(code) || isSlash(code)) {
    separatorBefore = DASH;
    return at - 1;
  }
  if (isComma(code)) return at - 1;
  const start = wordStart(text, at);
  const word = text.slice(start, at).toLowerCase();
  if (word === 'to' || word === 'through') {
    separatorBefore = TO;
    return start;
  }
  if (word !== 'and' && word !== 'or') return -1;
  const comma = skipSpacesBack(text, start);
  return isComma(text.charCodeAt(comma - 1)) ? comma - 1 : start;
}

function addOrdinals(
  scan: LevelScan,
  count: number,
  wordStartAt: number,
  wordEnd: number,
  region: number,
): number {
  const nearest = slotOf(region, values[0]!);
  const farthest = slotOf(region, values[count - 1]!);
  if (nearest === NO_SLOT || farthest === NO_SLOT) return 0;
  const nounAt = skipSpaces(scan.text, wordEnd);
  const noun = readNoun(scan, nounAt);
  const nounEnd = scan.end;
  if (!namesLevel(scan, noun, nounAt, values[0]!)) return 0;
  const end = (noun & BONE_HEAD) !== 0 ? nounEnd : wordEnd;
  scan.end = wordStartAt;

  if (count === 2 && separatorBefore !== NO_SEPARATOR && farthest < nearest) {
    const form = slotsAdjacent(farthest, nearest) ? PAIR : RANGE;
    addCandidate(scan, starts[1]!, end, form, farthest, nearest, separatorBefore, SPELLED_OUT);
    return end;
  }
  if (count === 1 && (noun & DISC_NOUN) !== 0) return addDiscBelow(scan, end, nearest);
  for (let index = count - 1; index >= 0; index--) {
    const slot = slotOf(region, values[index]!);
    if (slot === NO_SLOT) continue;
    const itemEnd = index === 0 ? end : ends[index]!;
    const item = addCandidate(
      scan,
      starts[index]!,
      itemEnd,
      SINGLE,
      slot,
      slot,
      NO_SEPARATOR,
      SPELLED_OUT,
    );
    item.joined = index < count - 1;
  }
  return end;
}

/** Discs are counted by the vertebra above them: the fourth lumbar disc is L4/L5. */
function addDiscBelow(scan: LevelScan, end: number, upper: Slot): number {
  addCandidate(scan, starts[0]!, end, PAIR, upper, slotBelow(upper), NO_SEPARATOR, SPELLED_OUT);
  return end;
}

function namesLevel(scan: LevelScan, noun: number, nounAt: number, ordinal: number): boolean {
  if ((noun & BONE) !== 0) return true;
  if ((noun & (COUNTABLE | CLAUSE)) !== 0) return ordinal >= 3;
  if ((noun & DISC_NOUN) !== 0) return true;
  return !isLetter(scan.text.charCodeAt(nounAt)) && ordinal >= 3;
}

/** "lumbar 4/5", "lumbar vertebra 4", "thoracic vertebrae 10-12". */
function readNumberAfter(scan: LevelScan, start: number, end: number, region: number): number {
  const { text } = scan;
  let at = skipSpaces(text, end);
  let traits = EN_WORD;
  if (digitValue(text.charCodeAt(at)) < 0) {
    if ((readNoun(scan, at) & (BONE | COUNTABLE | DISC_NOUN)) === 0) return 0;
    traits |= SPELLED_OUT;
    at = skipSpaces(text, scan.end);
  }
  const ordinal = readDigits(scan, at);
  if (ordinal === NO_NUMBER || !closesNumber(text, scan.end) || unitFollows(scan, scan.end))
    return 0;
  const slot = slotOf(region, ordinal);
  if (slot === NO_SLOT || regionOfSlot(slot) !== region) return 0;
  const stopped = continueChain(scan, start, slot, traits, scan.end);
  return stopped > start ? stopped : 0;
}
