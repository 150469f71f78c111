import { closesNumber } from './borders.ts';
import { addCandidate, type LevelScan, PAIR } from './candidates.ts';
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
import { addOrdinals, LONGEST_ORDINAL_LIST, type OrdinalItem } from './ordinal-lists.ts';
import { DASH, NO_SEPARATOR, TO } from './separators.ts';
import { NO_SLOT, regionOfSlot, slotBelow, slotOf } from './slots.ts';
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

const readSuffix = buildWordReader([[1, 'st nd rd th']]);

const TO_WORD = 1;
const AND_WORD = 2;
const readConnectorWord = buildWordReader([
  [TO_WORD, 'to through'],
  [AND_WORD, 'and or'],
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
  const items = readOrdinalsBack(scan, start, floor);
  return items.length > 0
    ? addNamed(scan, items, end, region)
    : readNumberAfter(scan, start, end, region);
}

const NO_ITEMS: readonly OrdinalItem[] = [];

/** Collects "third, fourth and fifth" from the region's word backwards. */
function readOrdinalsBack(scan: LevelScan, start: number, floor: number): readonly OrdinalItem[] {
  const nearest = readOrdinalBack(scan, skipSpacesBack(scan.text, start), floor);
  if (nearest === null) return NO_ITEMS;
  const items = [nearest];
  while (items.length < LONGEST_ORDINAL_LIST) {
    const [first] = items as [OrdinalItem];
    const separator = readConnectorBack(scan, first.start);
    if (separator === NO_CONNECTOR) break;
    const item = readOrdinalBack(scan, skipSpacesBack(scan.text, scan.end), floor);
    if (item === null) break;
    first.separator = separator;
    items.unshift(item);
  }
  return items;
}

/** "fourth" or "4th", the word that ends at `end`. */
function readOrdinalBack(scan: LevelScan, end: number, floor: number): OrdinalItem | null {
  const { text } = scan;
  const letters = wordStart(text, end);
  if (letters === end) return null;
  const isSuffix = end - letters === 2 && digitValue(text.charCodeAt(letters - 1)) >= 0;
  const start = isSuffix ? numberStart(text, letters) : letters;
  if (start < floor) return null;
  const ordinal = isSuffix ? readNumbered(scan, start, letters) : readOrdinalWord(scan, start);
  return ordinal > 0 && scan.end === end ? { ordinal, start, end, separator: NO_SEPARATOR } : null;
}

function numberStart(text: string, end: number): number {
  return digitValue(text.charCodeAt(end - 2)) >= 0 ? end - 2 : end - 1;
}

function readNumbered(scan: LevelScan, start: number, suffix: number): number {
  const { text } = scan;
  if (digitValue(text.charCodeAt(start - 1)) >= 0) return NO_NUMBER;
  const ordinal = readDigits(scan, start);
  return readSuffix(scan, suffix) === 0 ? NO_NUMBER : ordinal;
}

const NO_CONNECTOR = -1;

/** Back over "and", a comma, a dash or "to" before an ordinal, to `scan.end`; what it joins with. */
function readConnectorBack(scan: LevelScan, from: number): number {
  const { text } = scan;
  const at = skipSpacesBack(text, from);
  const code = text.charCodeAt(at - 1);
  scan.end = at - 1;
  if (isDash(code) || isSlash(code)) return DASH;
  if (isComma(code)) return NO_SEPARATOR;
  const start = wordStart(text, at);
  const word = readConnectorWord(scan, start);
  scan.end = start;
  if (word === TO_WORD) return TO;
  if (word !== AND_WORD) return NO_CONNECTOR;
  const comma = skipSpacesBack(text, start);
  if (isComma(text.charCodeAt(comma - 1))) scan.end = comma - 1;
  return NO_SEPARATOR;
}

function addNamed(
  scan: LevelScan,
  items: readonly OrdinalItem[],
  wordEnd: number,
  region: number,
): number {
  const nounAt = skipSpaces(scan.text, wordEnd);
  const noun = readNoun(scan, nounAt);
  const end = (noun & BONE_HEAD) !== 0 ? scan.end : wordEnd;
  const { ordinal, start } = items.at(-1)!;
  if (!namesLevel(scan, noun, nounAt, ordinal)) return 0;
  const slot = slotOf(region, ordinal);
  if (items.length === 1 && slot !== NO_SLOT && (noun & DISC_NOUN) !== 0) {
    // Discs are counted by the vertebra above them: the fourth lumbar disc is L4/L5.
    addCandidate(scan, start, end, PAIR, slot, slotBelow(slot), NO_SEPARATOR, SPELLED_OUT);
    return end;
  }
  return addOrdinals(scan, items, region, end, SPELLED_OUT) ? end : 0;
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
