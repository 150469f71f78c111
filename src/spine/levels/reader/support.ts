import { type Candidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { isHan, isSpace } from './characters.ts';
import { ANATOMY, AT, DISC, PLACE, SUPPORT, SURGERY } from './context-flags.ts';
import { LUMBAR, ordinalOfSlot, regionOfSlot, THORACIC } from './slots.ts';
import {
  COCCYGEAL_NUMBER,
  COMPACT,
  DORSAL,
  DOTTED,
  EN_WORD,
  HYPHENATED,
  LOWER_CASE,
  MARKUP,
  NUMERAL,
  ROMAN,
  SPACED,
  SPELLED_OUT,
  ZH_WORD,
} from './traits.ts';

/** Ways of writing a single level that are used for other things, unless something supports the reading. */
const WEAK_SINGLE =
  LOWER_CASE |
  SPACED |
  HYPHENATED |
  DOTTED |
  ROMAN |
  MARKUP |
  NUMERAL |
  ZH_WORD |
  EN_WORD |
  COCCYGEAL_NUMBER |
  COMPACT;

/** In a range too: "C 3-7", "D1-D5" of a course of treatment. */
const WEAK_RANGE = SPACED | DOTTED | COMPACT | EN_WORD;

/** A preposition before it is enough for these. */
const HELD_BY_PREPOSITION = LOWER_CASE | HYPHENATED | DORSAL;

/** D1 to D3 are days, receptors and vitamins; from D4 on mostly vertebrae. */
const FIRST_PLAIN_DORSAL = 4;

export function isSupported(scan: LevelScan, candidate: Candidate): boolean {
  const weak = weakTraits(candidate);
  if (weak === 0) return true;
  // C34 is a code of the ICD unless a disc or an operation on one follows.
  if ((weak & COMPACT) !== 0) return (candidate.after & (DISC | SURGERY)) !== 0;
  if ((candidate.after & SUPPORT) !== 0) return true;
  if ((candidate.before & (AT | ANATOMY)) !== 0 && (weak & ~HELD_BY_PREPOSITION) === 0) return true;
  if (weak === NUMERAL && endsHanPhrase(scan.text.charCodeAt(candidate.end))) return true;
  return standsAlone(scan.text, candidate);
}

function weakTraits(candidate: Candidate): number {
  const { traits, form } = candidate;
  if ((traits & SPELLED_OUT) !== 0) return 0;
  let weak =
    form === SINGLE
      ? traits & WEAK_SINGLE
      : form === RANGE
        ? traits & WEAK_RANGE
        : traits & COMPACT;
  if ((traits & DORSAL) !== 0 && isEarlyDorsal(candidate)) weak |= DORSAL;
  return isPlain(weak, candidate) ? 0 : weak;
}

/** l4, l5, t11, L-3, T-5 and the like: hardly anything else is called so. */
function isPlain(weak: number, { first }: Candidate): boolean {
  const region = regionOfSlot(first);
  if (region !== LUMBAR && region !== THORACIC) return false;
  const ordinal = ordinalOfSlot(first);
  if (weak === LOWER_CASE) return ordinal >= (region === LUMBAR ? 4 : 11);
  return weak === HYPHENATED && ordinal >= (region === LUMBAR ? 3 : 5);
}

/** 病变位于胸十二。 After 胸一 a noun would follow that makes it 一侧, 一片 and the like. */
function endsHanPhrase(code: number): boolean {
  return !isHan(code) || '和与與及至到或'.includes(String.fromCharCode(code));
}

function isEarlyDorsal(candidate: Candidate): boolean {
  if (candidate.form === PAIR && (candidate.after & PLACE) !== 0) return false;
  return ordinalOfSlot(candidate.first) < FIRST_PLAIN_DORSAL;
}

/** The whole text is the level: the cell of a table, the answer to a question. */
function standsAlone(text: string, candidate: Candidate): boolean {
  if (candidate.start > 8 || text.length - candidate.end > 8) return false;
  for (let at = 0; at < candidate.start; at++) if (!isPadding(text, at)) return false;
  for (let at = candidate.end; at < text.length; at++) if (!isPadding(text, at)) return false;
  return true;
}

function isPadding(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || '.。"\'()（）[]'.includes(text[at]!);
}
