import { findingWithBroader } from '../findings.ts';
import type { LesionTerm } from './lesion-term.ts';

/**
 * How one dataset's label stands to another's: `same`, the first `narrower` or `broader` than the
 * second, `opposite` (one asserts what the other denies), or `none` where nothing follows.
 */
export type LesionRelation = 'same' | 'narrower' | 'broader' | 'opposite' | 'none';

/**
 * Only what the mappings carry: a label whose state is unstated, or that is merely related to its
 * finding, implies nothing about any other label but itself.
 */
export function relateLesions(a: LesionTerm, b: LesionTerm): LesionRelation {
  if (isOneLabel(a, b)) return 'same';
  const aImpliesB = implies(a, b);
  const bImpliesA = implies(b, a);
  if (aImpliesB && bImpliesA) return 'same';
  if (aImpliesB) return 'narrower';
  if (bImpliesA) return 'broader';
  return excludes(a, b) ? 'opposite' : 'none';
}

function isOneLabel(a: LesionTerm, b: LesionTerm): boolean {
  return a.dataset === b.dataset && a.column === b.column && a.value === b.value;
}

/** A label at most as wide as its finding asserts it; one at least as wide follows from it. */
const assertsFinding = (term: LesionTerm) => term.match === 'same' || term.match === 'narrower';
const followsFromFinding = (term: LesionTerm) => term.match === 'same' || term.match === 'broader';

function implies(a: LesionTerm, b: LesionTerm): boolean {
  if (a.finding === null || b.finding === null || a.state !== b.state) return false;
  if (!assertsFinding(a) || !followsFromFinding(b)) return false;
  if (a.state === 'present') return findingWithBroader(a.finding).includes(b.finding);
  // Where the wider finding is absent, each of its kinds is.
  return a.state === 'absent' && findingWithBroader(b.finding).includes(a.finding);
}

function excludes(a: LesionTerm, b: LesionTerm): boolean {
  return denies(a, b) || denies(b, a);
}

function denies(absent: LesionTerm, present: LesionTerm): boolean {
  return (
    absent.finding !== null &&
    present.finding !== null &&
    absent.state === 'absent' &&
    present.state === 'present' &&
    assertsFinding(absent) &&
    assertsFinding(present) &&
    findingWithBroader(present.finding).includes(absent.finding)
  );
}
