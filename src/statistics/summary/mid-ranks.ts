import { requireFinite } from '../preconditions.ts';

/** Ranks from 1; tied values share the mean of the ranks they cover. */
export function midRanks(values: readonly number[]): number[] {
  requireFinite(values, 'values');
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
