import { type Candidate, type LevelScan, SINGLE } from './candidates.ts';
import { digitValue, isLetter, isSlash, skipSpaces } from './characters.ts';
import {
  ANATOMY,
  DOSE,
  LABEL,
  NOT_CERVICAL,
  NOT_DORSAL,
  NOT_LUMBAR,
  NOT_SACRAL,
  NOT_THORACIC,
  PLUMB,
  SERIES,
  SEROLOGY,
  SUPPORT,
  UNIT,
} from './context-flags.ts';
import { readContextWord } from './context-words.ts';
import { couldBeRelaxation, judgeRelaxation } from './relaxation.ts';
import { GLUE, SLASH, SPACE } from './separators.ts';
import { CERVICAL, LUMBAR, ordinalOfSlot, regionOfSlot, SACRAL, THORACIC } from './slots.ts';
import { COMPLEMENT, HEART, isNear, THYROID } from './subjects.ts';
import type { Following } from './surroundings.ts';
import { DORSAL, LATIN } from './traits.ts';
import { ACCEPTED, ALONE, BY_BEFORE, BY_NEXT } from './verdicts.ts';

/** Judges by the words around whether something written like a level is one. */
export function judge(scan: LevelScan, candidate: Candidate, after: Following): number {
  const { before } = candidate;
  if ((before & LABEL) !== 0) return BY_BEFORE;
  if ((candidate.traits & LATIN) === 0) return (after.next & UNIT) !== 0 ? ALONE : ACCEPTED;
  if (couldBeRelaxation(candidate)) {
    const verdict = judgeRelaxation(scan, candidate, after);
    if (verdict !== ACCEPTED) return verdict;
  }
  return candidate.form === SINGLE
    ? judgeSingle(scan, candidate, after)
    : judgePair(scan, candidate, after);
}

function judgeSingle(scan: LevelScan, candidate: Candidate, after: Following): number {
  const { before } = candidate;
  const { next } = after;
  const region = regionOfSlot(candidate.first);
  if ((next & UNIT) !== 0) return ALONE;
  if (meansOther(scan, candidate, next, region)) return BY_NEXT;
  if (after.tied && (next & SUPPORT) === 0) return ALONE;
  if (region === CERVICAL && isPlumbLine(scan, candidate.end, next)) return ALONE;
  if (isStuckToWord(scan, candidate.end)) return ALONE;
  if ((after.noun & ANATOMY) !== 0) return ACCEPTED;
  if ((before & SERIES) !== 0) return BY_BEFORE;
  if (region === THORACIC && isTimeOrStage(scan, candidate)) return ALONE;
  if (isDose(scan, candidate.end)) return ALONE;
  return judgeSubject(scan, candidate, region);
}

/** S1/S2, S1 S2, T3/T4: joins that other pairs of things share. */
const PLAIN_JOINS: ReadonlySet<number> = new Set([SLASH, SPACE, GLUE]);

/** Two levels at once are rarely anything else; only what names them otherwise counts. */
function judgePair(scan: LevelScan, candidate: Candidate, after: Following): number {
  const { next } = after;
  const region = regionOfSlot(candidate.first);
  if ((next & ANATOMY) !== 0) return ACCEPTED;
  if (meansOther(scan, candidate, next, region)) return BY_NEXT;
  if ((next & UNIT) !== 0) return ALONE;
  if ((candidate.before & SERIES) !== 0 && (after.noun & ANATOMY) === 0) return BY_BEFORE;
  return PLAIN_JOINS.has(candidate.separator) ? judgeSubject(scan, candidate, region) : ACCEPTED;
}

function meansOther(scan: LevelScan, candidate: Candidate, next: number, region: number): boolean {
  if ((candidate.traits & DORSAL) !== 0 && (next & NOT_DORSAL) !== 0) return true;
  switch (region) {
    case CERVICAL:
      return (next & NOT_CERVICAL) !== 0;
    case THORACIC:
      return (next & NOT_THORACIC) !== 0;
    case LUMBAR:
      // A norm's loss, not a vertebra's "loss of height".
      return (next & NOT_LUMBAR) !== 0 && !scan.text.startsWith(' loss of', candidate.end);
    default:
      return region === SACRAL && (next & NOT_SACRAL) !== 0;
  }
}

/** C7 plumb line, C7 SVA, C7 sagittal vertical axis: a line that starts there says nothing of the level. */
function isPlumbLine(scan: LevelScan, end: number, next: number): boolean {
  return (next & PLUMB) !== 0 || scan.text.startsWith('sagittal vertical', end + 1);
}

/** T2/STIR, L1/LASSO: a slash ties it to a word that is neither a level nor anatomy. */
function isStuckToWord(scan: LevelScan, end: number): boolean {
  const { text } = scan;
  if (!isSlash(text.charCodeAt(end)) || !isLetter(text.charCodeAt(end + 1))) return false;
  return (
    digitValue(text.charCodeAt(end + 2)) < 0 && (readContextWord(scan, end + 1) & SUPPORT) === 0
  );
}

/** More points in time than this are hardly followed. */
const LAST_TIME_POINT = 6;

function isTimeOrStage(scan: LevelScan, candidate: Candidate): boolean {
  if ((candidate.traits & DORSAL) !== 0) return scan.hasDays;
  if (ordinalOfSlot(candidate.first) > LAST_TIME_POINT || (candidate.before & ANATOMY) !== 0)
    return false;
  return scan.hasTimePoints || isStage(scan.text, candidate.end);
}

/** T4 N1 M0, T2, N0: the size of a tumour before its nodes. */
function isStage(text: string, end: number): boolean {
  let at = skipSpaces(text, end);
  if (text.charCodeAt(at) === 44) at = skipSpaces(text, at + 1);
  return text[at] === 'N' && '0123xX+'.includes(text[at + 1] ?? '.');
}

/** "T4 100 mcg", "D3 1000 IU": a dose follows a substance. */
function isDose(scan: LevelScan, end: number): boolean {
  const { text } = scan;
  let at = skipSpaces(text, end);
  if (',:='.includes(text[at] ?? '.')) at = skipSpaces(text, at + 1);
  if (digitValue(text.charCodeAt(at)) < 0) return false;
  const limit = at + 6;
  while (at < limit && (digitValue(text.charCodeAt(at)) >= 0 || '.,'.includes(text[at]!))) at++;
  at = skipSpaces(text, at);
  if ('µμ'.includes(text[at] ?? '.') || text.startsWith('g/', at)) return true;
  return isLetter(text.charCodeAt(at)) && (readContextWord(scan, at) & DOSE) !== 0;
}

/** Hormones, complement factors and heart sounds, told by the words near them. */
function judgeSubject(scan: LevelScan, candidate: Candidate, region: number): number {
  const ordinal = ordinalOfSlot(candidate.last);
  const isSerology = (candidate.before & SEROLOGY) !== 0;
  switch (region) {
    case THORACIC:
      if (ordinal !== 3 && ordinal !== 4) return ACCEPTED;
      return isSerology ? BY_BEFORE : verdictIf(isNear(scan, candidate, THYROID));
    case CERVICAL:
      if (ordinal > 5) return ACCEPTED;
      return isSerology ? BY_BEFORE : verdictIf(isNear(scan, candidate, COMPLEMENT));
    case SACRAL:
      return verdictIf(ordinal <= 4 && isNear(scan, candidate, HEART));
    default:
      return ACCEPTED;
  }
}

function verdictIf(isOther: boolean): number {
  return isOther ? ALONE : ACCEPTED;
}
