import type { SideCounts } from '../../../contracts/benchmark/index.ts';
import type { LevelSide } from '../../../spine/levels/index.ts';

/** Left and right exchanged is the gravest of near misses, so it is counted apart from saying none. */
export function judgeSides(
  expected: ReadonlySet<LevelSide>,
  said: ReadonlySet<LevelSide>,
): 'right' | 'wrong' | 'missing' | 'added' | null {
  if (expected.size === 0) return said.size === 0 ? null : 'added';
  if (said.size === 0) return 'missing';
  return expected.symmetricDifference(said).size === 0 ? 'right' : 'wrong';
}

export function noSides(): SideCounts {
  return { n: 0, right: 0, wrong: 0, missing: 0, added: 0 };
}

export function countSides(counts: SideCounts, judged: ReturnType<typeof judgeSides>): void {
  if (judged === null) return;
  counts[judged] += 1;
  if (judged !== 'added') counts.n += 1;
}
