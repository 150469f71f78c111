import { addCandidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { NO_SEPARATOR } from './separators.ts';
import { NO_SLOT, slotOf, slotsAdjacent } from './slots.ts';

/** One of several numbers that share a region's word: "third, fourth and fifth lumbar", 第3、4腰椎. */
export type OrdinalItem = {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** What joins it to the item before it; none in a list. */
  separator: number;
};

/** More items than this are no list of levels. */
export const LONGEST_ORDINAL_LIST = 8;

/** Adds a range where all items are joined to one, else each item by itself; the last reaches to `end`. */
export function addOrdinals(
  scan: LevelScan,
  items: readonly OrdinalItem[],
  region: number,
  end: number,
  traits: number,
): boolean {
  const slots = items.map(item => slotOf(region, item.ordinal));
  if (slots.includes(NO_SLOT)) return false;
  const [first, last] = [slots[0]!, slots.at(-1)!];
  const joined = items.slice(1);
  if (joined.length > 0 && joined.every(item => item.separator !== NO_SEPARATOR)) {
    const form = slotsAdjacent(first, last) ? PAIR : RANGE;
    const [upper, lower] = [Math.min(first, last), Math.max(first, last)];
    const { separator } = items.at(-1)!;
    addCandidate(scan, items[0]!.start, end, form, upper, lower, separator, traits);
    return true;
  }
  for (const [index, item] of items.entries()) {
    const slot = slots[index]!;
    const itemEnd = index === items.length - 1 ? end : item.end;
    const single = addCandidate(
      scan,
      item.start,
      itemEnd,
      SINGLE,
      slot,
      slot,
      NO_SEPARATOR,
      traits,
    );
    single.joined = index > 0;
  }
  return true;
}
