import { twoSidedZ } from '../distributions/normal.ts';
import { type IntervalOrReason, intervalFrom, noInterval } from '../outcome.ts';

/**
 * An interval on Fisher's z scale and back. `variance` is what stands over n - 3: 1 for Pearson's
 * coefficient, 1 + r²/2 for Spearman's. Needs four pairs; at exactly ±1 z is infinite ('perfect').
 */
export function correlationInterval(
  value: number,
  n: number,
  variance: number,
  confidence: number,
): IntervalOrReason {
  if (n < 4) return noInterval('too-few');
  if (Math.abs(value) === 1) return noInterval('perfect');
  const half = twoSidedZ(confidence) * Math.sqrt(variance / (n - 3));
  const z = Math.atanh(value);
  return intervalFrom(Math.tanh(z - half), Math.tanh(z + half));
}
