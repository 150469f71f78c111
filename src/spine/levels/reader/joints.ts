import { type Candidate, type LevelScan, PAIR, RANGE, SINGLE } from './candidates.ts';
import { isHan, skipSpacesBack } from './characters.ts';
import {
  BETWEEN,
  COMPARISON,
  DISC,
  FILLER,
  SURGERY,
  VERTEBRA,
  VERTEBRAL,
} from './context-flags.ts';
import { readContextWord } from './context-words.ts';
import { BONES, JOINT } from './kinds.ts';
import { wordStart } from './lexicon.ts';
import { ON } from './separators.ts';
import { C8_ROOT, slotsAdjacent } from './slots.ts';
import { BARE, SPELLED_OUT } from './traits.ts';

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
