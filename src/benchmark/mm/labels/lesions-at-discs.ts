import { type Graded, sidesOf } from './graded.ts';
import type { LabelledCase, LeftOutReason, Shown } from './labelled-case.ts';
import { lumbarDiscs } from './lumbar-discs.ts';
import { type GradedSlice, orderHeadDown } from './order-head-down.ts';

/**
 * Which discs have a disease. Only where that is known of all five: a disc without a grade, or one
 * that is milder than asked for, could be said to be right or wrong with equal reason.
 */
export function findLesions(
  graded: readonly Graded[],
  isAxial: (picture: number) => boolean,
): Pick<LabelledCase, 'lesions' | 'lesionsLeftOut'> {
  const lesions: LabelledCase['lesions'] = [];
  const lesionsLeftOut: LeftOutReason[] = [];
  for (const [disease, of] of Map.groupBy(graded, each => each.disease)) {
    const discs = lumbarDiscs.map(level => of.filter(each => each.level === level));
    const levels = lumbarDiscs.filter((_, at) => isThere(discs[at]!));
    if (levels.length === 0) continue;
    const reason = discs.map(whyUnknown).find(why => why !== null);
    if (reason) lesionsLeftOut.push(reason);
    else lesions.push({ disease, levels, shown: slicesOf(discs, isAxial) });
  }
  return { lesions, lesionsLeftOut };
}

const isThere = (grades: readonly Graded[]) => grades.some(({ grade }) => grade === 'counts');

function whyUnknown(grades: readonly Graded[]): LeftOutReason | null {
  if (grades.every(({ shown }) => shown === null))
    return grades.length === 0 ? 'level-not-graded' : 'no-slice';
  if (isThere(grades)) return null;
  if (grades.some(({ grade }) => grade === 'milder')) return 'milder-than-asked';
  const sides = new Set(grades.map(({ side }) => side));
  return sides.size < sidesOf(grades[0]!.disease) ? 'level-not-graded' : null;
}

/** Each once: axial ones from the head down, sagittal ones as they lie in their series. */
function slicesOf(
  discs: readonly (readonly Graded[])[],
  isAxial: (picture: number) => boolean,
): Shown[] {
  const slices = new Map<string, GradedSlice>();
  for (const [disc, of] of discs.entries())
    for (const { shown, heightMm } of of) {
      if (!shown) continue;
      const key = `${shown.picture} ${shown.slice}`;
      const slice = slices.get(key) ?? { shown, discs: [], heightsMm: [] };
      slice.discs.push(disc);
      slice.heightsMm.push(heightMm);
      slices.set(key, slice);
    }
  const all = [...slices.values()];
  if (all.some(({ shown }) => isAxial(shown.picture))) return orderHeadDown(all);
  return all.map(({ shown }) => shown).sort((a, b) => a.picture - b.picture || a.slice! - b.slice!);
}
