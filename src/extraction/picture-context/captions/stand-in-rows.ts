import type { Candidate } from './candidate.ts';
import type { Distance } from './weigh-units.ts';

/** Captions right behind each other. */
export function standInRows(candidates: readonly Candidate[], distance: Distance): boolean[] {
  const follows = candidates.map((candidate, index) => {
    const before = candidates[index - 1];
    return before !== undefined && distance(before.unitEnd - 1, candidate.unit) < 0.1;
  });
  return follows.map((isNext, index) => isNext || follows[index + 1] === true);
}

/** Captions with no picture between them and the caption before: those of a row of pictures. */
export function standWithoutPictures(
  candidates: readonly Candidate[],
  pictures: readonly number[],
): boolean[] {
  let at = 0;
  return candidates.map((candidate, index) => {
    const before = candidates[index - 1];
    while (at < pictures.length && pictures[at]! < candidate.unit) at++;
    const last = pictures[at - 1] ?? -1;
    return before !== undefined && !candidate.isTable && last < before.unit;
  });
}
