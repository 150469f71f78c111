import type { Candidate } from './candidates.ts';
import { isHan, isHyphen, isLetter, isSpace, skipSpaces, skipSpacesBack } from './characters.ts';
import {
  ABBREVIATION,
  ADJECTIVE,
  ANATOMY,
  DISC,
  FILLER,
  IMAGING,
  LABEL,
  PLACE,
  POINTS_AT_PICTURE,
  ROOT,
  ROOTS,
  SERIES,
  SUPPORT,
  SURGERY,
  VERTEBRA,
  VERTEBRAL,
  WEIGHTED,
} from './context-flags.ts';
import { readContextTerm } from './context-terms.ts';
import { readContextWord } from './context-words.ts';
import { wordStart } from './lexicon.ts';
import type { Scan } from './scan.ts';

/** More words than this between a level and its noun, and the noun is another phrase's. */
const WORDS_TO_NOUN = 5;

/** The words after a level: what its noun is, and what the very next word says. */
export type Following = {
  /** Flags of the word right after. */
  next: number;
  /** Flags of the noun, found over adjectives. */
  noun: number;
  /** A hyphen ties the next word to the level: T2-weighted. */
  tied: boolean;
  /** A word of magnetic resonance stands in the phrase. */
  weighted: boolean;
};

const following: Following = { next: 0, noun: 0, tied: false, weighted: false };

/** Reads what follows a level. The object is reused: read it before the next call. */
export function readFollowing(scan: Scan, end: number): Following {
  const { text } = scan;
  following.next = 0;
  following.noun = 0;
  following.weighted = false;
  const code = text.charCodeAt(end);
  following.tied = isHyphen(code) && isLetter(text.charCodeAt(end + 1));
  const at = following.tied ? end + 1 : skipSpaces(text, end);
  const first = text.charCodeAt(at);
  if (isLetter(first)) readPhrase(scan, at);
  else if (isHan(first)) readHanPhrase(scan, at);
  return following;
}

const HEAD = VERTEBRA | DISC | SURGERY | ROOTS;

function readPhrase(scan: Scan, from: number): void {
  const { text } = scan;
  let at = from;
  for (let words = 0; words < WORDS_TO_NOUN; words++) {
    const flags = readContextWord(scan, at);
    if (scan.end === at) return;
    if (words === 0) following.next = flags;
    if ((flags & WEIGHTED) !== 0 && (following.noun & ANATOMY) === 0) following.weighted = true;
    const isHead = (flags & HEAD) !== 0;
    if ((flags & (SUPPORT | ROOT)) !== 0) following.noun |= flags & (SUPPORT | ROOT);
    if (isHead) {
      if ((flags & VERTEBRA) !== 0 && text.startsWith('disloc', scan.end + 1))
        following.noun |= DISC;
      return;
    }
    if (!goesOn(flags, words)) return;
    const next = text.charCodeAt(scan.end);
    if (!isSpace(next) && !isHyphen(next)) return;
    at = isHyphen(next) ? scan.end + 1 : skipSpaces(text, scan.end);
  }
}

/** Adjectives, "vertebral" and "nerve" wait for the noun; so does the first word, whatever it is in T2 phrases. */
function goesOn(flags: number, words: number): boolean {
  if ((flags & (ADJECTIVE | VERTEBRAL | ROOT)) !== 0) return true;
  return words === 0 && (flags & WEIGHTED) !== 0;
}

function readHanPhrase(scan: Scan, from: number): void {
  let at = from;
  for (let words = 0; words < WORDS_TO_NOUN; words++) {
    const flags = readContextTerm(scan, at);
    if (flags === 0) return;
    if (words === 0) following.next = flags;
    if ((flags & WEIGHTED) !== 0 && (following.noun & ANATOMY) === 0) following.weighted = true;
    following.noun |= flags & (SUPPORT | ROOT);
    if ((flags & (VERTEBRA | DISC | SURGERY | ROOT | ROOTS)) !== 0) return;
    if ((flags & (ADJECTIVE | PLACE)) === 0) return;
    at = scan.end;
  }
}

/** Flags of the word before a level, over an opening bracket or the full stop of "Fig.". */
export function readBefore(scan: Scan, candidate: Candidate): number {
  const { text } = scan;
  let at = skipSpacesBack(text, candidate.start);
  const mark = text.charCodeAt(at - 1);
  const isBracket = mark === 40 || mark === 0xff08 || mark === 91;
  const isColon = mark === 58 || mark === 0xff1a;
  const isStop = mark === 46;
  if (isBracket || isColon || isStop) at = skipSpacesBack(text, at - 1);
  if (isHan(text.charCodeAt(at - 1))) return isStop ? 0 : hanBefore(text, at);
  const start = wordStart(text, at);
  if (start === at) return 0;
  let flags = readContextWord(scan, start);
  // "high-grade L5-S1 slip", "second-stage": the word belongs to the one before it.
  if (isHyphen(text.charCodeAt(start - 1))) flags &= ~(LABEL | SERIES);
  if (isStop) return (flags & ABBREVIATION) !== 0 ? flags : 0;
  if (isBracket || isColon) return flags & (ROOT | ROOTS | SERIES | LABEL | VERTEBRA | IMAGING);
  if ((flags & FILLER) !== 0) {
    const beyond = readBeforeFiller(scan, start);
    flags |= (flags & POINTS_AT_PICTURE) !== 0 ? beyond : beyond & ~PICTURE;
  }
  return flags;
}

/** Over "of the", "at the level of": what the phrase is about. Only words that speak of levels count. */
function readBeforeFiller(scan: Scan, from: number): number {
  const { text } = scan;
  let at = from;
  for (let words = 0; words < 4; words++) {
    const end = skipSpacesBack(text, at);
    if (end === at) return 0;
    at = wordStart(text, end);
    if (at === end) return 0;
    const flags = readContextWord(scan, at);
    if ((flags & FILLER) === 0) return flags & BEYOND_FILLER;
  }
  return 0;
}

const BEYOND_FILLER = VERTEBRA | ROOT | ROOTS | WEIGHTED | IMAGING;
const PICTURE = WEIGHTED | IMAGING;

const HAN_LABELS = '图圖表式床';
const HAN_LENGTHS = '长短等長稍';

function hanBefore(text: string, at: number): number {
  const last = text[at - 1]!;
  if (HAN_LABELS.includes(last)) return LABEL;
  if (HAN_LENGTHS.includes(last)) return IMAGING;
  const tail = text.slice(Math.max(0, at - 4), at);
  if (/(?:图像|加权|压脂|抑脂|矢状位?|轴位|冠状位?|横断位?|横轴位|信号|序列|平扫)$/.test(tail))
    return IMAGING;
  if (/(?:补体|維生素|维生素|分期|附图|附表|附录|类型|亚型|病例|样本|分型|血清|游离)$/.test(tail))
    return SERIES;
  if (/(?:神经根|神經根)$/.test(tail)) return ROOT;
  if (/(?:椎体|骨折)$/.test(tail)) return VERTEBRA;
  return 0;
}
