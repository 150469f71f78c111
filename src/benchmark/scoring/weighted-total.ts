/** A part of a benchmark: how many items it has, and how well they were done, 0 to 100. */
export type PartPerformance = { readonly n: number; readonly performance: number | null };

/**
 * Equations 1 and 2: parts weighted by their numbers of items. A part without items carries no weight.
 * A part that has items but no result leaves no total: the others alone would be another benchmark.
 */
export function weightedTotal(parts: readonly PartPerformance[]): number | null {
  let sum = 0;
  let items = 0;
  for (const { n, performance } of parts) {
    if (n === 0) continue;
    if (performance === null) return null;
    sum += n * performance;
    items += n;
  }
  return items === 0 ? null : sum / items;
}
