import { requireFinite } from '../preconditions.ts';

/** The arithmetic mean; null where there are no values. */
export function mean(values: readonly number[]): number | null {
  requireFinite(values, 'values');
  const n = values.length;
  if (n === 0) return null;
  let total = 0;
  for (const value of values) total += value;
  const first = total / n;
  // A second pass takes up what rounding left out of the first, as NIST's hardest sets need.
  let remainder = 0;
  for (const value of values) remainder += value - first;
  return first + remainder / n;
}
