import { isHan, isLetter } from './characters.ts';
import type { Scan } from './scan.ts';
import { COCCYX, NO_SLOT, SACRAL, type Slot, slotOf } from './slots.ts';

const FIRST_SACRAL = slotOf(SACRAL, 1);

/** Where instrumentation of the spine ends without naming a level: the sacrum holds its last screws. */
const PLACES: readonly (readonly [word: string, slot: Slot])[] = [
  ['sacrum', FIRST_SACRAL],
  ['pelvis', FIRST_SACRAL],
  ['ilium', FIRST_SACRAL],
  ['iliac', FIRST_SACRAL],
  ['coccyx', COCCYX],
  ['骶骨', FIRST_SACRAL],
  ['骶椎', FIRST_SACRAL],
  ['骨盆', FIRST_SACRAL],
  ['髂骨', FIRST_SACRAL],
  ['尾骨', COCCYX],
  ['尾椎', COCCYX],
];

const HAN_FIRSTS = '骶骨髂尾';

/** The lower end of "T10 to the pelvis", "L2-sacrum", 胸10至骶骨. */
export function readPlaceBelow(scan: Scan, at: number): Slot {
  const { text } = scan;
  const code = text.charCodeAt(at);
  if (isHan(code) ? !HAN_FIRSTS.includes(text[at]!) : !isLetter(code)) return NO_SLOT;
  for (const [word, slot] of PLACES) {
    if (!startsWithFolded(text, word, at) || isLetter(text.charCodeAt(at + word.length))) continue;
    scan.end = at + word.length;
    return slot;
  }
  return NO_SLOT;
}

function startsWithFolded(text: string, word: string, at: number): boolean {
  for (let place = 0; place < word.length; place++) {
    const code = text.charCodeAt(at + place);
    const folded = code >= 65 && code <= 90 ? code | 32 : code;
    if (folded !== word.charCodeAt(place)) return false;
  }
  return true;
}
