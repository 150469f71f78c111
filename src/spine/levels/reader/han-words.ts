import { readHanNumber, regionOfHan, skipOrdinalCounter, skipVertebraSign } from './atoms.ts';
import { addCandidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { continueChain, readChain } from './chains.ts';
import { isDash, isSlash, skipSpaces } from './characters.ts';
import { addJunction } from './named-vertebrae.ts';
import { NO_NUMBER } from './numbers.ts';
import { DASH, NO_SEPARATOR, ON, SLASH, TO } from './separators.ts';
import {
  ATLAS,
  AXIS,
  CERVICAL,
  COCCYGEAL,
  COCCYX,
  NO_SLOT,
  slotBelow,
  slotOf,
  slotsAdjacent,
  THORACIC,
} from './slots.ts';
import { HAN, SPELLED_OUT } from './traits.ts';

/** Levels that start with 颈, 胸, 腰, 骶 or 尾. Returns where the reading stopped. */
export function readHanRegion(scan: LevelScan, at: number): number {
  const { text } = scan;
  const region = regionOfHan(text.charCodeAt(at));
  const next = regionOfHan(text.charCodeAt(at + 1));
  if (next >= 0) return readHanJunction(scan, at, region, next);
  if (region === COCCYGEAL && '骨椎'.includes(text[at + 1] ?? '。')) {
    const stopped = readChain(scan, at);
    if (stopped > at) return stopped;
    return addNamed(scan, at, at + 2, COCCYX);
  }
  const stopped = readChain(scan, at);
  return stopped > at ? stopped : at + 1;
}

/** What makes two regions side by side a junction; 胸腰 alone names two regions. */
const NEEDS_SUFFIX = new Set([CERVICAL, THORACIC]);
const SUFFIXES = [
  '交界区',
  '交界區',
  '交界处',
  '交界部',
  '交界',
  '结合部',
  '結合部',
  '移行区',
  '移行部',
  '移行椎',
  '移行',
  '脊柱',
  '段',
  '部',
  '椎',
  '区',
  '區',
] as const;
const NOT_JUNCTION = '丛叢筋神干幹膨膜背带帶';
const JUNCTION_OF = [1, 2, 3, 4] as const;

function readHanJunction(scan: LevelScan, at: number, region: number, next: number): number {
  const { text } = scan;
  const end = at + 2;
  const isOrdered = next === region + 1;
  const isThree =
    regionOfHan(text.charCodeAt(end)) >= 0 || regionOfHan(text.charCodeAt(at - 1)) >= 0;
  if (!isOrdered || isThree || NOT_JUNCTION.includes(text[end] ?? '。')) return at + 1;
  const suffix = SUFFIXES.find(candidate => text.startsWith(candidate, end));
  if (suffix === undefined && NEEDS_SUFFIX.has(region)) return at + 1;
  if (suffix === '椎' && startsNumber(scan, end + 1)) return at + 1;
  const past =
    end + (suffix === '椎' && '间間'.includes(text[end + 1] ?? '。') ? 0 : (suffix?.length ?? 0));
  return addJunction(scan, at, past, JUNCTION_OF[region]!);
}

function startsNumber(scan: LevelScan, at: number): boolean {
  return readHanNumber(scan, at) !== NO_NUMBER;
}

function addNamed(scan: LevelScan, start: number, end: number, slot: number): number {
  addCandidate(scan, start, end, SINGLE, slot, slot, NO_SEPARATOR, SPELLED_OUT | HAN);
  return end;
}

/** 寰椎, 枢椎, 寰枢; 颅颈 and 枕颈 with what makes them a place. */
export function readHanName(scan: LevelScan, at: number): number {
  const { text } = scan;
  const two = text.slice(at, at + 2);
  if (two === '寰枢' || two === '寰樞') {
    const end = text[at + 2] === '椎' ? at + 3 : at + 2;
    addCandidate(scan, at, end, PAIR, ATLAS, AXIS, ON, SPELLED_OUT | HAN);
    return end;
  }
  if (two === '寰椎') return addNamed(scan, at, at + 2, ATLAS);
  if (two === '枢椎' || two === '樞椎') return addNamed(scan, at, at + 2, AXIS);
  if (two === '颅颈' || two === '枕颈' || two === '顱頸' || two === '枕頸') {
    if (NOT_JUNCTION.includes(text[at + 2] ?? '。')) return at + 2;
    const suffix = SUFFIXES.find(candidate => text.startsWith(candidate, at + 2));
    return addJunction(scan, at, at + 2 + (suffix?.length ?? 0), 0);
  }
  return at + 1;
}

const LONGEST_LIST = 8;
const values = new Int32Array(LONGEST_LIST);
const starts = new Float64Array(LONGEST_LIST);
const ends = new Float64Array(LONGEST_LIST);

/**
 * Levels that start with 第: 第四腰椎, 第3、4腰椎, 第3-5腰椎, 第4/5腰椎间盘. Several numbers may share
 * the region behind the last. Returns where the reading stopped.
 */
export function readHanOrdinals(scan: LevelScan, start: number): number {
  const { text } = scan;
  let count = 0;
  let at = start;
  let separator = NO_SEPARATOR;
  while (count < LONGEST_LIST) {
    const hasSign = text[at] === '第';
    const value = readHanNumber(scan, skipSpaces(text, hasSign ? at + 1 : at));
    if (value === NO_NUMBER) return start + 1;
    values[count] = value;
    starts[count] = at;
    ends[count] = scan.end;
    count++;
    const regionAt = skipOrdinalCounter(text, skipSpaces(text, scan.end));
    const region = regionOfHan(text.charCodeAt(regionAt));
    if (region >= 0) return addOrdinals(scan, count, region, separator, regionAt + 1);
    const next = skipListSign(scan, scan.end);
    if (next < 0) return start + 1;
    if (listSign !== NO_SEPARATOR) separator = listSign;
    at = next;
  }
  return start + 1;
}

/** Set by skipListSign: the separator it passed, none for a list's. */
let listSign = NO_SEPARATOR;

function skipListSign(scan: LevelScan, from: number): number {
  const { text } = scan;
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  listSign = NO_SEPARATOR;
  if (isSlash(code)) listSign = SLASH;
  else if (isDash(code)) listSign = DASH;
  else if ('至到'.includes(text[at] ?? '。')) listSign = TO;
  else if (!'、,，和及与與'.includes(text[at] ?? '。'))
    return readHanNumber(scan, at) === NO_NUMBER ? -1 : at;
  return skipSpaces(text, at + 1);
}

function addOrdinals(
  scan: LevelScan,
  count: number,
  region: number,
  separator: number,
  regionEnd: number,
): number {
  const end = skipVertebraSign(scan.text, regionEnd);
  const first = slotOf(region, values[0]!);
  const last = slotOf(region, values[count - 1]!);
  if (first === NO_SLOT || last === NO_SLOT) return end;
  if (count === 1) return addOne(scan, first, region, end);
  if (separator !== NO_SEPARATOR) {
    const form = count === 2 && slotsAdjacent(first, last) ? PAIR : RANGE;
    addCandidate(
      scan,
      starts[0]!,
      end,
      form,
      Math.min(first, last),
      Math.max(first, last),
      separator,
      SPELLED_OUT | HAN,
    );
    return end;
  }
  for (let index = 0; index < count; index++) {
    const slot = slotOf(region, values[index]!);
    if (slot === NO_SLOT) continue;
    const item = addCandidate(
      scan,
      starts[index]!,
      index === count - 1 ? end : ends[index]!,
      SINGLE,
      slot,
      slot,
      NO_SEPARATOR,
      SPELLED_OUT | HAN,
    );
    item.joined = index > 0;
  }
  return end;
}

/** 第四腰椎, which may begin a chain; 第四腰椎间盘 is the disc below it. */
function addOne(scan: LevelScan, slot: number, region: number, end: number): number {
  const { text } = scan;
  const start = starts[0]!;
  const isDisc = /^椎?[间間]?[盘盤隙]/.test(text.slice(end, end + 3)) && region !== COCCYGEAL;
  if (isDisc) {
    addCandidate(scan, start, end, PAIR, slot, slotBelow(slot), NO_SEPARATOR, SPELLED_OUT | HAN);
    return end;
  }
  return continueChain(scan, start, slot, SPELLED_OUT | HAN, end);
}
