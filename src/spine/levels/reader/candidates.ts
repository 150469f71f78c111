import type { AtomScan } from './scan.ts';
import type { Slot } from './slots.ts';

export const SINGLE = 0;
/** Two neighbours: a disc, a motion segment, or two vertebrae, as the words around decide. */
export const PAIR = 1;
export const RANGE = 2;
export const JUNCTION = 3;

/** Something written like a level. What stands around it decides whether it is one, and of what kind. */
export type Candidate = {
  start: number;
  end: number;
  form: number;
  first: Slot;
  last: Slot;
  /** The separator before its last part. */
  separator: number;
  traits: number;
  /** Context flags of the words after it, and of those before it. */
  after: number;
  before: number;
  /** Only a list connector stands between the candidate before it and this one. */
  joined: boolean;
  excluded: number;
  supported: boolean;
  kind: number;
  /** Side masks: said before it, said after it. */
  sideBefore: number;
  sideAfter: number;
};

/** The text and what has been found in it so far. */
export type LevelScan = AtomScan & {
  readonly found: Candidate[];
  /** A T0 stands somewhere: T1, T2… are then points in time or stages of a tumour. */
  hasTimePoints: boolean;
  /** A D0 or D14 stands somewhere: D1, D8… are then days. */
  hasDays: boolean;
};

export function addCandidate(
  scan: LevelScan,
  start: number,
  end: number,
  form: number,
  first: Slot,
  last: Slot,
  separator: number,
  traits: number,
): Candidate {
  const candidate: Candidate = {
    start,
    end,
    form,
    first,
    last,
    separator,
    traits,
    after: 0,
    before: 0,
    joined: false,
    excluded: 0,
    supported: false,
    kind: 0,
    sideBefore: 0,
    sideAfter: 0,
  };
  scan.found.push(candidate);
  return candidate;
}
