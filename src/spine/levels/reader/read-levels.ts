import { JUNCTIONS } from '../junctions.ts';
import type { LevelKind, LevelMention } from '../level.ts';
import { type Candidate, JUNCTION, type LevelScan, PAIR, SINGLE } from './candidates.ts';
import { judge } from './exclusions.ts';
import { findCandidates } from './find-candidates.ts';
import { mergeJoints } from './joints.ts';
import { BONES, kindOf, NERVES } from './kinds.ts';
import { joinLists, spreadExclusions, spreadKinds, spreadSupport } from './lists.ts';
import { bindSides, sideOf } from './sides.ts';
import { AS_DISC, AS_RANGE, AS_ROOTS, extentOf } from './slots.ts';
import { isSupported } from './support.ts';
import { readBefore, readFollowing } from './surroundings.ts';
import { ACCEPTED } from './verdicts.ts';

/** All vertebral levels a text names, in the order they stand in it. */
export function readLevels(text: string): LevelMention[] {
  const scan: LevelScan = {
    text,
    end: 0,
    traits: 0,
    found: [],
    hasTimePoints: false,
    hasDays: false,
  };
  findCandidates(scan);
  if (scan.found.length === 0) return [];
  for (const candidate of scan.found) weigh(scan, candidate);
  joinLists(scan);
  spreadExclusions(scan.found);
  spreadSupport(scan.found);
  spreadKinds(scan.found);
  const levels = mergeJoints(scan, keepAccepted(scan.found));
  bindSides(scan, levels);
  return levels.map(showMention);
}

function weigh(scan: LevelScan, candidate: Candidate): void {
  const after = readFollowing(scan, candidate.end);
  candidate.after = after.noun;
  candidate.before = readBefore(scan, candidate);
  candidate.excluded = candidate.form === JUNCTION ? ACCEPTED : judge(scan, candidate, after);
  candidate.supported = isSupported(scan, candidate);
  candidate.kind = kindOf(scan, candidate);
}

function keepAccepted(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  let isGap = false;
  for (const candidate of found) {
    if (candidate.excluded !== ACCEPTED || !candidate.supported) {
      isGap = true;
      continue;
    }
    if (isGap) candidate.joined = false;
    isGap = false;
    kept.push(candidate);
  }
  return kept;
}

function showMention(candidate: Candidate): LevelMention {
  const { start, end, first, last, form } = candidate;
  const side = sideOf(candidate);
  if (form === JUNCTION) {
    const { levels, name } = JUNCTIONS[first]!;
    return { start, end, kind: 'region', levels, name, side };
  }
  const kind = shownKind(candidate);
  const shape = kind === 'disc' ? AS_DISC : kind === 'root' ? AS_ROOTS : AS_RANGE;
  const { levels, name } = extentOf(first, last, shape);
  return { start, end, kind, levels, name, side };
}

function shownKind({ kind, form }: Candidate): LevelKind {
  if (kind === NERVES) return 'root';
  if (form === SINGLE) return 'vertebra';
  return form === PAIR && kind !== BONES ? 'disc' : 'range';
}
