import { requireProportion } from '../preconditions.ts';

/**
 * p-values corrected for being many (Holm 1979), in the order given: compare each with the level you
 * chose, and the chance of even one false finding among all stays below that level, whatever the tests
 * have to do with each other. Never weaker than Bonferroni. None given: none returned.
 *
 * Limit: it covers the tests that are handed in; pairs that were looked at and left out do not count
 * themselves.
 */
export function holmAdjust(pValues: readonly number[]): number[] {
  pValues.forEach((p, i) => {
    requireProportion(p, `pValues[${i}]`);
  });
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * pValues[index]!));
    adjusted[index] = highest;
  });
  return adjusted;
}
