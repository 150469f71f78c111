import { addCandidate, type LevelScan, PAIR } from './candidates.ts';
import { continueChain } from './chains.ts';
import { isDash, isSlash, skipSpaces } from './characters.ts';
import { readHanNumber, skipOrdinalCounter, skipVertebraSign } from './han-atoms.ts';
import { NO_NUMBER } from './numbers.ts';
import { addOrdinals, LONGEST_ORDINAL_LIST, type OrdinalItem } from './ordinal-lists.ts';
import { regionOfHan } from './region-signs.ts';
import { DASH, NO_SEPARATOR, SLASH, TO } from './separators.ts';
import { COCCYGEAL, NO_SLOT, slotBelow, slotOf } from './slots.ts';
import { HAN, SPELLED_OUT } from './traits.ts';

/**
 * Levels that start with 第: 第四腰椎, 第3、4腰椎, 第3-5腰椎, 第4/5腰椎间盘. Several numbers may share
 * the region behind the last. Returns where the reading stopped.
 */
export function readHanOrdinals(scan: LevelScan, start: number): number {
  const { text } = scan;
  const items: OrdinalItem[] = [];
  let at = start;
  let separator = NO_SEPARATOR;
  while (items.length < LONGEST_ORDINAL_LIST) {
    const ordinal = readHanNumber(scan, skipSpaces(text, text[at] === '第' ? at + 1 : at));
    if (ordinal === NO_NUMBER) break;
    const { end } = scan;
    items.push({ ordinal, start: at, end, separator });
    const regionAt = skipOrdinalCounter(text, skipSpaces(text, end));
    const region = regionOfHan(text.charCodeAt(regionAt));
    if (region >= 0) return addList(scan, items, region, regionAt + 1);
    separator = readListSign(scan, end);
    if (separator === NO_SIGN) break;
    at = scan.end;
  }
  return start + 1;
}

const NO_SIGN = -1;

/** What joins one number to the next; two numerals may stand side by side: 第四五腰椎. */
function readListSign(scan: LevelScan, from: number): number {
  const { text } = scan;
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  const sign = text[at] ?? '。';
  scan.end = skipSpaces(text, at + 1);
  if (isSlash(code)) return SLASH;
  if (isDash(code)) return DASH;
  if ('至到'.includes(sign)) return TO;
  if ('、,，和及与與'.includes(sign)) return NO_SEPARATOR;
  const isNumber = readHanNumber(scan, at) !== NO_NUMBER;
  scan.end = at;
  return isNumber ? NO_SEPARATOR : NO_SIGN;
}

function addList(
  scan: LevelScan,
  items: readonly OrdinalItem[],
  region: number,
  regionEnd: number,
): number {
  const end = skipVertebraSign(scan.text, regionEnd);
  const [first] = items as [OrdinalItem];
  if (items.length > 1) {
    addOrdinals(scan, items, region, end, SPELLED_OUT | HAN);
    return end;
  }
  const slot = slotOf(region, first.ordinal);
  if (slot === NO_SLOT) return end;
  if (region === COCCYGEAL || !DISC_BEHIND.test(scan.text.slice(end, end + 3))) {
    return continueChain(scan, first.start, slot, SPELLED_OUT | HAN, end);
  }
  // Discs are counted by the vertebra above them: 第四腰椎间盘 is L4/L5.
  addCandidate(
    scan,
    first.start,
    end,
    PAIR,
    slot,
    slotBelow(slot),
    NO_SEPARATOR,
    SPELLED_OUT | HAN,
  );
  return end;
}

const DISC_BEHIND = /^椎?[间間]?[盘盤隙]/;
