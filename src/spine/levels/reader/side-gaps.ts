import { boundaryAt, SOFT } from './boundaries.ts';
import { isHan, isLetter } from './characters.ts';
import type { Scan } from './scan.ts';
import {
  AND,
  BOTH_SIDES,
  BOTH_WORD,
  ELSEWHERE,
  FINDING,
  LEFT,
  LINKING,
  MIDDLE,
  NO_SIDE_BEFORE,
  NO_SIDE_BEHIND,
  NOT_MIDDLE,
  PAIRED,
  QUALIFYING,
  RIGHT,
  readSideTerm,
  readSideWord,
  SIDE,
  TURN,
  TYING,
  VERB_AFTER,
  VERB_BEFORE,
  WITH,
} from './side-words.ts';

/** A side said between two levels, and what stood before it since the first of them. */
export type SaidSide = {
  side: number;
  at: number;
  softBefore: boolean;
  andBefore: boolean;
  /** "on the left": said of what came before. */
  postposed: boolean;
  /** Only "and" parts it from the side before it: what binds it binds that one too. */
  follows: boolean;
};

/** The words between two levels, read for sides. One object serves all gaps of a text. */
export type SideGap = {
  readonly said: SaidSide[];
  /** Last place of: anything but linking words; a boundary; an "and"; a preposition with only linking words behind. */
  lastBlock: number;
  lastSoft: number;
  lastAnd: number;
  lastTie: number;
  lastWith: number;
  /** Last word that neither links nor names a finding. */
  lastPlain: number;
  /** As `lastBlock`, but an "and" blocks nothing: it parts two sides of one phrase. */
  lastClose: number;
  /** "both" that nothing has followed yet. */
  openBoth: boolean;
  /** First of the sides that a part of the body behind them may still take away; -1 where none. */
  open: number;
  afterVerb: boolean;
  /** The next side is none: "he left". */
  voids: boolean;
};

const NOWHERE = -1;

export function makeSideGap(): SideGap {
  return {
    said: [],
    lastBlock: NOWHERE,
    lastSoft: NOWHERE,
    lastAnd: NOWHERE,
    lastTie: NOWHERE,
    lastWith: NOWHERE,
    lastPlain: NOWHERE,
    lastClose: NOWHERE,
    openBoth: false,
    open: NOWHERE,
    afterVerb: false,
    voids: false,
  };
}

/** Reads the sides said from `from` to `to`, which lie in one sentence, into `gap`. */
export function readSideGap(scan: Scan, gap: SideGap, from: number, to: number): void {
  const { text } = scan;
  gap.said.length = 0;
  gap.lastBlock = gap.lastSoft = gap.lastAnd = gap.lastTie = gap.lastClose = NOWHERE;
  gap.lastWith = gap.lastPlain = NOWHERE;
  gap.openBoth = false;
  gap.open = NOWHERE;
  gap.afterVerb = false;
  gap.voids = false;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
    } else if (isLetter(code)) {
      at = readLetters(scan, gap, at, from, to);
    } else if (isHan(code)) {
      const flags = readSideTerm(scan, at);
      take(gap, flags, at);
      at = Math.max(scan.end, at + 1);
    } else {
      // "left stenosis (C5-6)": the bracket holds the level the side is said of.
      if (isOpening(code) && at === to - 1) markTie(gap, at);
      else if (boundaryAt(text, at) === SOFT) markSoft(gap, at);
      at++;
    }
  }
}

function isOpening(code: number): boolean {
  return code === 40 || code === 0xff08;
}

function markSoft(gap: SideGap, at: number): void {
  markBlock(gap, at);
  gap.lastPlain = at;
  gap.lastSoft = at;
  gap.open = NOWHERE;
  gap.openBoth = false;
}

function readLetters(scan: Scan, gap: SideGap, at: number, from: number, to: number): number {
  const flags = readSideWord(scan, at);
  const end = Math.max(scan.end, at + 1);
  if (flags === 0 && end === at + 1) {
    const side = readInitial(scan.text, at, from, to);
    if (side !== 0) {
      say(gap, side, at);
      if (side === BOTH_SIDES) return initialPairEnd(scan.text, at);
      return isLetter(scan.text.charCodeAt(at - 1)) || scan.text[at + 1] === ' ' ? end : end + 1;
    }
  }
  take(gap, flags, at);
  return end;
}

/** The initials L and R: in brackets beside a level, "L L5", "R > L". */
function readInitial(text: string, at: number, from: number, to: number): number {
  const letter = text[at];
  if (letter !== 'L' && letter !== 'R') return 0;
  const side = letter === 'L' ? LEFT : RIGHT;
  if (at + 2 === to && text.charCodeAt(at + 1) === 32 && isLetter(text.charCodeAt(to))) return side;
  const isBracketed = '(（['.includes(text[at - 1] ?? '.') && ')）]'.includes(text[at + 1] ?? '.');
  if (isBracketed && (at - from <= 2 || to - at <= 3)) return side;
  return initialPairEnd(text, at) > 0 ? BOTH_SIDES : 0;
}

/** Where "R>L" ends; 0 where none begins. */
function initialPairEnd(text: string, at: number): number {
  let place = at + 1;
  if (text[place] === ' ') place++;
  if (!'<>＜＞≥≤'.includes(text[place] ?? '.')) return 0;
  place++;
  if (text[place] === ' ') place++;
  const other = text[at] === 'L' ? 'R' : 'L';
  return text[place] === other && !isLetter(text.charCodeAt(place + 1)) ? place + 1 : 0;
}

function take(gap: SideGap, flags: number, at: number): void {
  if (flags === 0 && gap.open < 0 && !gap.openBoth) {
    gap.afterVerb = false;
    gap.voids = false;
    gap.lastPlain = at;
    markBlock(gap, at);
    return;
  }
  const wasVerb = gap.afterVerb;
  const isVoid = gap.voids;
  gap.afterVerb = (flags & VERB_BEFORE) !== 0;
  gap.voids = (flags & NO_SIDE_BEHIND) !== 0 || (isVoid && (flags & (LINKING | TYING)) !== 0);
  if (gap.openBoth) closeBoth(gap, flags, at);
  if ((flags & SIDE) !== 0 && !isVoid) {
    say(gap, flags & SIDE, at);
    gap.afterVerb = wasVerb;
    return;
  }
  if (gap.open >= 0) closeOpen(gap, flags, wasVerb);
  mark(gap, flags, at);
}

function mark(gap: SideGap, flags: number, at: number): void {
  if ((flags & (LINKING | FINDING)) === 0) gap.lastPlain = at;
  if ((flags & BOTH_WORD) !== 0) gap.openBoth = true;
  else if ((flags & TURN) !== 0) markSoft(gap, at);
  else if ((flags & AND) !== 0) markAnd(gap, at);
  else if ((flags & TYING) !== 0) markTie(gap, at);
  else if ((flags & LINKING) === 0) markBlock(gap, at);
  if ((flags & WITH) !== 0) gap.lastWith = at;
}

function say(gap: SideGap, side: number, at: number): void {
  const previous = gap.said.at(-1);
  gap.said.push({
    side,
    at,
    softBefore: gap.lastSoft >= 0,
    andBefore: gap.lastAnd >= 0 || gap.lastWith >= 0,
    postposed: gap.lastTie >= 0,
    follows: previous !== undefined && gap.lastClose < previous.at,
  });
  if (gap.open < 0) gap.open = gap.said.length - 1;
}

/** What stands behind a side may show that it is not said of the spine. */
function closeOpen(gap: SideGap, flags: number, afterVerb: boolean): void {
  const last = gap.said.at(-1);
  const isVerb = afterVerb && last?.side === LEFT && (flags & VERB_AFTER) !== 0;
  const isCord = last?.side === MIDDLE && (flags & NOT_MIDDLE) !== 0;
  if ((flags & (ELSEWHERE | NO_SIDE_BEFORE)) !== 0 || isVerb || isCord) {
    gap.said.length = gap.open;
    gap.open = NOWHERE;
  } else if ((flags & (QUALIFYING | LINKING | AND)) === 0) {
    gap.open = NOWHERE;
  }
}

function closeBoth(gap: SideGap, flags: number, at: number): void {
  if ((flags & PAIRED) !== 0) {
    gap.openBoth = false;
    say(gap, BOTH_SIDES, at);
  } else if ((flags & LINKING) === 0) {
    gap.openBoth = false;
  }
}

function markBlock(gap: SideGap, at: number): void {
  gap.lastBlock = at;
  gap.lastClose = at;
  gap.lastTie = NOWHERE;
}

function markAnd(gap: SideGap, at: number): void {
  gap.lastAnd = at;
  gap.lastBlock = at;
  gap.lastTie = NOWHERE;
}

function markTie(gap: SideGap, at: number): void {
  gap.lastTie = at;
  gap.lastBlock = at;
  gap.lastClose = at;
}
