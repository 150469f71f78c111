import type { LevelSide } from '../level.ts';
import type { Candidate, LevelScan } from './candidates.ts';
import { NERVES } from './kinds.ts';
import { makeSideGap, readSideGap, type SaidSide, type SideGap } from './side-gaps.ts';
import {
  findSide,
  makeSideSearch,
  type SideSearch,
  sentenceEnd,
  sentenceStart,
} from './side-search.ts';
import { BOTH_SIDES, LEFT, MIDDLE, RIGHT } from './side-words.ts';

/** How far from a level its sentence is searched for a side. */
const REACH = 240;

/** A root that a comma parts from a side passes it on over at most this many levels before it. */
const ROOTS_TO_PASS = 4;

/**
 * Gives each level the sides said of it. A side belongs to the level right behind it ("left L4/5"),
 * else to one that a preposition ties it to ("left stenosis at L4/5"), else to the last level before
 * it in the sentence ("L4/5: … left protrusion"), else, first in its sentence, to the next one. Nothing
 * is carried over the end of a sentence, and the side of a leg or a kidney is no level's.
 */
export function bindSides(scan: LevelScan, found: readonly Candidate[]): void {
  const { text } = scan;
  const gap = makeSideGap();
  const search = makeSideSearch(text);
  let saysAny = false;
  let index = 0;
  for (let at = findSide(search, 0); at < text.length; ) {
    while (index < found.length && found[index]!.end <= at) index++;
    const from = index > 0 ? found[index - 1]!.end : 0;
    const to = found[index]?.start ?? text.length;
    if (at < to) {
      readGap(scan, gap, search, found, index, from, to);
      saysAny = true;
    }
    at = index < found.length ? findSide(search, Math.max(to, at + 1)) : text.length;
  }
  if (!saysAny) return;
  spreadForward(found);
  spreadBack(found);
}

/** Binds the sides said between two levels: to both where one sentence holds them, else each to its own. */
function readGap(
  scan: LevelScan,
  gap: SideGap,
  search: SideSearch,
  found: readonly Candidate[],
  index: number,
  from: number,
  to: number,
): void {
  const { text } = scan;
  const hasNext = index < found.length;
  if (index > 0) {
    const stopped = sentenceEnd(text, from, Math.min(to, from + REACH));
    const goesOn = hasNext && stopped === to;
    if (findSide(search, from) < stopped) {
      readSideGap(scan, gap, from, stopped);
      bind(scan, gap, found, index, true, goesOn);
    }
    if (goesOn) return;
  }
  if (hasNext) {
    const start = sentenceStart(text, Math.max(from, to - REACH), to);
    if (findSide(search, start) < to) {
      readSideGap(scan, gap, start, to);
      bind(scan, gap, found, index, false, true);
    }
  }
}

/** Later sides first: one that follows another closely shares its level. */
function bind(
  scan: LevelScan,
  gap: SideGap,
  found: readonly Candidate[],
  index: number,
  hasPrevious: boolean,
  hasNext: boolean,
): void {
  const { said } = gap;
  if (gap.openBoth && hasNext && isLoneRoot(found, index)) found[index]!.sideBefore |= BOTH_SIDES;
  let target = 0;
  for (let place = said.length - 1; place >= 0; place--) {
    const side = said[place]!;
    const isShared = said[place + 1]?.follows === true && !side.postposed;
    if (!isShared) target = targetOf(gap, side, hasPrevious, hasNext ? found[index] : undefined);
    if (target > 0) found[index]!.sideBefore |= side.side;
    else if (target < 0) levelBefore(scan.text, found, index, side).sideAfter |= side.side;
  }
}

/** "both L5 nerve roots" */
function isLoneRoot(found: readonly Candidate[], index: number): boolean {
  return found[index]!.kind === NERVES && found[index + 1]?.joined !== true;
}

/** 1 for the level after a side, -1 for the one before it, 0 for neither. */
function targetOf(
  gap: SideGap,
  side: SaidSide,
  hasPrevious: boolean,
  next: Candidate | undefined,
): number {
  if (next !== undefined && gap.lastBlock < side.at) return 1;
  const isTied = next !== undefined && gap.lastTie > side.at && gap.lastSoft < side.at;
  if (!hasPrevious) {
    // "left protrusion touching the S1 root": the side is the protrusion's.
    if (next === undefined || (next.kind === NERVES && !isTied)) return 0;
    return isTied || gap.lastAnd < side.at ? 1 : 0;
  }
  // Another side in between has the preposition for itself.
  const startsAnew = (side.softBefore || side.andBefore) && gap.said.at(-1) === side;
  const leadsOn = next !== undefined && gap.lastPlain < side.at;
  return startsAnew && (isTied || leadsOn) ? 1 : -1;
}

/** "L4/5: protrusion touching the L5 root, left foramen narrow": a comma later the disc is meant again. */
function levelBefore(
  text: string,
  found: readonly Candidate[],
  index: number,
  side: SaidSide,
): Candidate {
  const last = found[index - 1]!;
  if (!side.softBefore) return last;
  let place = index - 1;
  for (let steps = 0; steps < ROOTS_TO_PASS && found[place]!.kind === NERVES; steps++) {
    const earlier = found[place - 1];
    if (earlier === undefined || !isOneSentence(text, earlier.end, found[place]!.start))
      return last;
    place--;
  }
  return found[place]!.kind === NERVES ? last : found[place]!;
}

function isOneSentence(text: string, from: number, to: number): boolean {
  return to - from < REACH && sentenceEnd(text, from, to) === to;
}

function spreadForward(found: readonly Candidate[]): void {
  for (let index = 1; index < found.length; index++) {
    const candidate = found[index]!;
    if (candidate.joined && (candidate.sideBefore | candidate.sideAfter) === 0) {
      candidate.sideBefore = found[index - 1]!.sideBefore;
    }
  }
}

function spreadBack(found: readonly Candidate[]): void {
  for (let index = found.length - 1; index > 0; index--) {
    const previous = found[index - 1]!;
    if (found[index]!.joined && (previous.sideBefore | previous.sideAfter) === 0) {
      previous.sideAfter = found[index]!.sideAfter;
    }
  }
}

/** Left and right together are both; a side says more than "central". */
export function sideOf(candidate: Candidate): LevelSide | null {
  const mask = candidate.sideBefore | candidate.sideAfter;
  if ((mask & BOTH_SIDES) !== 0 || (mask & LEFT && mask & RIGHT)) return 'bilateral';
  if ((mask & LEFT) !== 0) return 'left';
  if ((mask & RIGHT) !== 0) return 'right';
  return (mask & MIDDLE) !== 0 ? 'central' : null;
}
