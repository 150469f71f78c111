import type { Candidate, LevelScan } from './candidates.ts';
import { isComma, isLetter, isSpace, skipSpacesBack } from './characters.ts';
import { IMAGING, SHOWN_ON, SUPPORT, WEIGHTED } from './context-flags.ts';
import { readContextWord } from './context-words.ts';
import { wordStart } from './lexicon.ts';
import { ordinalOfSlot, regionOfSlot, THORACIC } from './slots.ts';
import type { Following } from './surroundings.ts';
import { DORSAL } from './traits.ts';
import { ACCEPTED, BY_BEFORE, BY_NEXT } from './verdicts.ts';

/** T1 and T2, alone or as a pair: they may be relaxation times of magnetic resonance. */
export function couldBeRelaxation(candidate: Candidate): boolean {
  return (
    regionOfSlot(candidate.first) === THORACIC &&
    ordinalOfSlot(candidate.last) <= 2 &&
    regionOfSlot(candidate.last) === THORACIC &&
    (candidate.traits & DORSAL) === 0
  );
}

const STUCK_TO_PICTURE =
  /^(?:[/／]\s?(?:STIR|FLAIR|PD)|\s?\+\s?(?:[Cc]\b|[Gg]d)|\s?[Cc]\+|[\s-](?:SPACE|CUBE)\b|\s?\((?:low|high|hyper|hypo|iso))/;
const SAYS_SIGNAL =
  /^ (?:shows?|showed|demonstrates?|demonstrated|reveals?|revealed|appears?|is|was)\b[^.;。]{0,40}?(?:intens|signal|bright|dark)/i;

/** T2-weighted, T2*, "T2 signal", "hyperintense on T2" are pictures; "T2 vertebra" and "at T2" are not. */
export function judgeRelaxation(scan: LevelScan, candidate: Candidate, after: Following): number {
  const { text } = scan;
  const { end, before } = candidate;
  if (after.weighted) return BY_NEXT;
  const code = text.charCodeAt(end);
  if (code === 42 && text.charCodeAt(candidate.start - 1) !== 42) return BY_NEXT;
  if (STUCK_TO_PICTURE.test(text.slice(end, end + 8))) return BY_NEXT;
  if (code === 45 && !isLetter(text.charCodeAt(end + 1))) return BY_NEXT;
  if ((after.noun & SUPPORT) !== 0) return ACCEPTED;
  if ((before & (IMAGING | SHOWN_ON | WEIGHTED)) !== 0) return BY_BEFORE;
  if (followsSequence(scan, candidate.start)) return BY_BEFORE;
  const isSubject = isSpace(code) && isLetter(text.charCodeAt(end + 1));
  return isSubject && SAYS_SIGNAL.test(text.slice(end, end + 64)) ? BY_NEXT : ACCEPTED;
}

/** "DWI, T1, T2": listed with other sequences. */
function followsSequence(scan: LevelScan, start: number): boolean {
  const { text } = scan;
  const at = skipSpacesBack(text, start);
  if (!isComma(text.charCodeAt(at - 1))) return false;
  const word = wordStart(text, at - 1);
  return word < at - 1 && (readContextWord(scan, word) & IMAGING) !== 0;
}
