import { type Candidate, type LevelScan, PAIR } from './candidates.ts';
import { skipSpacesBack } from './characters.ts';
import { DISC, EXTENT, ROOT, ROOTS, SURGERY, VERTEBRA, VERTEBRAL } from './context-flags.ts';
import { readContextWord } from './context-words.ts';
import { wordStart } from './lexicon.ts';
import { GLUE, NO_SEPARATOR, ON, THROUGH, TO } from './separators.ts';
import { C8_ROOT } from './slots.ts';

export const UNDECIDED = 0;
export const BONES = 1;
export const JOINT = 2;
export const NERVES = 3;

/**
 * What a candidate speaks of: vertebrae, the joint between two, or roots. Its own noun decides, then
 * the words before it. Two neighbours without any such word are a disc or motion segment, which is how
 * L4/5 and L4-5 are written; undecided ones may still take the noun of the list they stand in.
 */
export function kindOf(scan: LevelScan, candidate: Candidate): number {
  const { after, before, form } = candidate;
  if (candidate.first === C8_ROOT || candidate.last === C8_ROOT) return NERVES;
  if (form === PAIR) return kindOfPair(scan, candidate);
  if ((after & (ROOT | ROOTS)) !== 0 && (after & (VERTEBRA | DISC)) === 0) return NERVES;
  if ((after & (VERTEBRA | DISC | SURGERY | VERTEBRAL)) !== 0) return BONES;
  return (before & (ROOT | ROOTS)) !== 0 ? NERVES : UNDECIDED;
}

function kindOfPair(scan: LevelScan, candidate: Candidate): number {
  const { after, before, separator } = candidate;
  if (separator === ON) return JOINT;
  if ((after & DISC) !== 0) return JOINT;
  if ((after & ROOTS) !== 0) return NERVES;
  if ((after & VERTEBRA) !== 0) return BONES;
  if (separator === THROUGH) return BONES;
  if ((after & SURGERY) !== 0) return JOINT;
  if (separator === TO && saysExtent(scan, candidate)) return BONES;
  if ((before & VERTEBRA) !== 0 && separator !== GLUE && separator !== NO_SEPARATOR) return BONES;
  return UNDECIDED;
}

/** "extending from L4 to L5" runs over both; "fusion from L4 to L5" joins them. */
function saysExtent(scan: LevelScan, candidate: Candidate): boolean {
  const { text } = scan;
  if ('自从從'.includes(text[candidate.start - 1] ?? '。')) return true;
  if ((candidate.before & EXTENT) === 0) return false;
  const end = skipSpacesBack(text, candidate.start);
  const start = wordStart(text, end);
  const before = wordStart(text, skipSpacesBack(text, start));
  return (readContextWord(scan, before) & (SURGERY | DISC)) === 0;
}
