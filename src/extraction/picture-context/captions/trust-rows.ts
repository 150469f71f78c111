import { numberFollows } from '../labels/number-follows.ts';
import type { Candidate } from './candidate.ts';

const leaveCost = 2.5;

/** Captions right behind each other whose numbers count up are sure to be captions, signs or not: none
 *  of them is left over while pictures share another. */
export function trustRows(found: readonly Candidate[]): void {
  const told = new Map<string, number>();
  for (const { label, form, isListed } of found)
    if (label && form !== 'verb' && !isListed) told.set(label.key, (told.get(label.key) ?? 0) + 1);
  const isNext = found.map((candidate, index) => follows(found[index - 1], candidate));
  found.forEach((candidate, index) => {
    if (candidate.form !== 'plain' || !candidate.label || candidate.isListed) return;
    if (!isNext[index] && !isNext[index + 1]) return;
    if (told.get(candidate.label.key) === 1) candidate.leaveCost = leaveCost;
  });
}

function follows(before: Candidate | undefined, candidate: Candidate): boolean {
  if (!before?.label || !candidate.label || before.form === 'verb' || candidate.form === 'verb')
    return false;
  const isTouching = candidate.unit === before.unit || candidate.unit === before.unitEnd;
  return isTouching && numberFollows(before.label.key, candidate.label.key);
}
