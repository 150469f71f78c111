import { type Candidate, type LevelScan, PAIR } from './candidates.ts';
import { isSpace } from './characters.ts';
import { DISC, ROOT, ROOTS, VERTEBRA } from './context-flags.ts';
import { BONES, NERVES, UNDECIDED } from './kinds.ts';
import { ordinalOfSlot, regionOfSlot, THORACIC } from './slots.ts';
import { ACCEPTED, BY_BEFORE, BY_NEXT } from './verdicts.ts';

/** Longest stretch between two members of a list: ", and the ". */
const LONGEST_CONNECTOR = 14;

const CONNECTOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'the', 'to', 'plus', 'nor']);
const CONNECTOR_SIGNS = ',，、&+/／和及与與或跟以兼';

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
