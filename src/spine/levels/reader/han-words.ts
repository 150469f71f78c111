import { addCandidate, type LevelScan, PAIR, SINGLE } from './candidates.ts';
import { readChain } from './chains.ts';
import { readHanNumber } from './han-atoms.ts';
import { addJunction } from './named-vertebrae.ts';
import { NO_NUMBER } from './numbers.ts';
import { regionOfHan } from './region-signs.ts';
import { NO_SEPARATOR, ON } from './separators.ts';
import { ATLAS, AXIS, CERVICAL, COCCYGEAL, COCCYX, THORACIC } from './slots.ts';
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
