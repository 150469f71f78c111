import { type Candidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { isHan, isSpace, skipSpacesBack } from './characters.ts';
import {
  BETWEEN,
  COMPARISON,
  DISC,
  FILLER,
  ROOT,
  ROOTS,
  SURGERY,
  VERTEBRA,
  VERTEBRAL,
} from './context-flags.ts';
import { readContextWord } from './context-words.ts';
import { BONES, JOINT, NERVES, UNDECIDED } from './kinds.ts';
import { wordStart } from './lexicon.ts';
import { ON } from './separators.ts';
import { C8_ROOT, ordinalOfSlot, regionOfSlot, slotsAdjacent, THORACIC } from './slots.ts';
import { BARE, SPELLED_OUT } from './traits.ts';
import { ACCEPTED, BY_BEFORE, BY_NEXT } from './verdicts.ts';

/** Longest stretch between two members of a list: ", and the ". */
const LONGEST_CONNECTOR = 14;

const CONNECTOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'the', 'to', 'plus', 'nor']);
const CONNECTOR_SIGNS = ',，、;&+/／和及与與或跟以兼';

/** Marks every candidate that only a list connector parts from the one before it. */
export function joinLists(scan: LevelScan): void {
  const { found } = scan;
  for (let index = 1; index < found.length; index++) {
    const candidate = found[index]!;
    if (!candidate.joined) {
      candidate.joined = isConnector(scan.text, found[index - 1]!.end, candidate.start);
    }
  }
}

function isConnector(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_CONNECTOR || to === from) return false;
  let hasSign = false;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (code === 10) return false;
      at++;
    } else if (CONNECTOR_SIGNS.includes(text[at]!)) {
      hasSign = true;
      at++;
    } else {
      let end = at;
      while (end < to && (text.charCodeAt(end) | 32) >= 97 && (text.charCodeAt(end) | 32) <= 122)
        end++;
      if (end === at || !CONNECTOR_WORDS.has(text.slice(at, end).toLowerCase())) return false;
      hasSign = true;
      at = end;
    }
  }
  return hasSign;
}

/** What excludes one member of a list excludes its neighbours of the same letter, unless their own noun holds them. */
export function spreadExclusions(found: readonly Candidate[]): void {
  for (let index = 1; index < found.length; index++) {
    const [previous, candidate] = [found[index - 1]!, found[index]!];
    if (candidate.joined && previous.excluded === BY_BEFORE && sharesFate(previous, candidate)) {
      candidate.excluded = BY_BEFORE;
    }
  }
  for (let index = found.length - 1; index > 0; index--) {
    const [previous, candidate] = [found[index - 1]!, found[index]!];
    if (candidate.joined && candidate.excluded === BY_NEXT && sharesFate(candidate, previous)) {
      previous.excluded = BY_NEXT;
    }
  }
}

function sharesFate(excluded: Candidate, other: Candidate): boolean {
  if (other.excluded !== ACCEPTED || (other.after & (VERTEBRA | DISC | ROOTS)) !== 0) return false;
  const region = regionOfSlot(excluded.first);
  if (region !== regionOfSlot(other.first)) return false;
  return (
    region !== THORACIC || ordinalOfSlot(excluded.first) > 2 || ordinalOfSlot(other.first) <= 2
  );
}

/** The noun behind a list is the noun of all its members: "L4, L5 and S1 nerve roots". */
export function spreadKinds(found: readonly Candidate[]): void {
  for (let index = found.length - 1; index > 0; index--) {
    const [previous, candidate] = [found[index - 1]!, found[index]!];
    if (!candidate.joined || previous.kind !== UNDECIDED) continue;
    if (candidate.kind === NERVES && candidate.form !== PAIR) previous.kind = NERVES;
    if (candidate.kind === BONES && (previous.form === PAIR) === (candidate.form === PAIR)) {
      previous.kind = BONES;
    }
  }
  for (let index = 1; index < found.length; index++) {
    const [previous, candidate] = [found[index - 1]!, found[index]!];
    const follows =
      candidate.joined && candidate.kind === UNDECIDED && candidate.form === previous.form;
    if (follows && previous.kind === NERVES && (previous.before & (ROOT | ROOTS)) !== 0) {
      candidate.kind = NERVES;
      candidate.before |= previous.before & (ROOT | ROOTS);
    }
  }
}

/** A way of writing that needs support finds it in a list with a level that needs none. */
export function spreadSupport(found: readonly Candidate[]): void {
  for (let index = 1; index < found.length; index++) {
    const candidate = found[index]!;
    if (candidate.joined && found[index - 1]!.supported) candidate.supported = true;
  }
  for (let index = found.length - 1; index > 0; index--) {
    if (found[index]!.joined && found[index]!.supported) found[index - 1]!.supported = true;
  }
}

/**
 * Two levels that together name one joint: "between L4 and L5", L4、5椎间盘, 腰5、骶1椎间隙,
 * 第4、5腰椎间盘. Returns the candidates with such twos made one.
 */
export function mergeJoints(scan: LevelScan, found: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  for (let index = 0; index < found.length; index++) {
    const first = found[index]!;
    const second = found[index + 1];
    const startsList = !first.joined;
    const endsList = found[index + 2]?.joined !== true;
    if (second !== undefined && startsList && endsList && makesJoint(scan, first, second)) {
      merged.push(unite(first, second));
      index++;
    } else {
      merged.push(first);
    }
  }
  return merged;
}

function makesJoint(scan: LevelScan, first: Candidate, second: Candidate): boolean {
  if (!second.joined || first.form !== SINGLE || second.form !== SINGLE) return false;
  if (first.last >= C8_ROOT || second.last >= C8_ROOT || first.last >= second.first) return false;
  if (isBetween(scan, first)) return true;
  if (!slotsAdjacent(first.last, second.first)) return false;
  return namesJointInHan(scan.text, second.end) || isBareDisc(second);
}

/** "L4,5 disc": the bare number makes the two one. */
function isBareDisc(second: Candidate): boolean {
  const isBare = (second.traits & BARE) !== 0 && (second.traits & SPELLED_OUT) === 0;
  return isBare && (second.after & DISC) !== 0 && (second.after & (VERTEBRA | SURGERY)) === 0;
}

const HAN_JOINT = /^(?:水平|平面)?(?:椎体|椎體|椎)?之?(?:[间間](?![断歇])|盘|盤|节段)/;

function namesJointInHan(text: string, end: number): boolean {
  return isHan(text.charCodeAt(end)) && HAN_JOINT.test(text.slice(end, end + 6));
}

function isBetween(scan: LevelScan, first: Candidate): boolean {
  if ((first.before & BETWEEN) === 0) return saysBetween(scan, first.start);
  return !comparesBefore(scan, first.start);
}

/** "between the vertebrae L4 and L5". */
function saysBetween(scan: LevelScan, start: number): boolean {
  const { text } = scan;
  let at = start;
  for (let words = 0; words < 4; words++) {
    const end = skipSpacesBack(text, at);
    at = wordStart(text, end);
    if (at === end) return false;
    const flags = readContextWord(scan, at);
    if ((flags & BETWEEN) !== 0) return !comparesBefore(scan, end);
    if ((flags & (VERTEBRA | VERTEBRAL | FILLER)) === 0) return false;
  }
  return false;
}

function comparesBefore(scan: LevelScan, end: number): boolean {
  const { text } = scan;
  let at = skipSpacesBack(text, end);
  for (let words = 0; words < 3; words++) {
    const start = wordStart(text, at);
    if (start === at) return false;
    if ((readContextWord(scan, start) & COMPARISON) !== 0) return true;
    at = skipSpacesBack(text, start);
  }
  return false;
}

function unite(first: Candidate, second: Candidate): Candidate {
  const isJoint = slotsAdjacent(first.first, second.last);
  return {
    ...second,
    start: first.start,
    first: first.first,
    form: isJoint ? PAIR : RANGE,
    kind: isJoint ? JOINT : BONES,
    separator: ON,
    joined: first.joined,
    before: first.before,
  };
}
