import { twoSidedZ } from '../distributions/normal.ts';
import { type Interval, notDefined, type Outcome } from '../outcome.ts';
import { requireCount, requireOpenProportion } from '../preconditions.ts';

export interface Proportion {
  readonly value: number;
  readonly interval: Interval;
  readonly n: number;
}

/**
 * A proportion with Wilson's score interval (1927), without continuity correction: the method to use
 * for one model's accuracy where every item stands for itself. It never leaves 0 to 1 and stays honest
 * at 0 or n successes, where the textbook interval shrinks to nothing. Its coverage is close to the
 * stated confidence on average over proportions and dips a few points below it near 0 and 1 in small
 * samples (Brown, Cai & DasGupta 2001).
 *
 * Answers that were averaged over repeats make `successes` a fraction: the score interval is the same
 * function of the share, and rounding first would give neighbours one interval.
 *
 * Limit: items must be independent. Several items of one patient or document carry less information
 * than their number says; use `bootstrapInterval` with clusters for those. n = 0: not defined.
 */
export function wilsonInterval(
  successes: number,
  n: number,
  confidence = 0.95,
): Outcome<Proportion> {
  if (!(Number.isFinite(successes) && successes >= 0)) {
    throw new RangeError(`successes is not a number of at least 0: ${successes}`);
  }
  requireCount(n, 'n');
  requireOpenProportion(confidence, 'confidence');
  if (successes > n) throw new RangeError(`successes exceed n: ${successes} of ${n}`);
  if (n === 0) return notDefined('no-data');
  const value = successes / n;
  const z = twoSidedZ(confidence);
  const share = (z * z) / n;
  const centre = (value + share / 2) / (1 + share);
  const half = (z / (1 + share)) * Math.sqrt((value * (1 - value) + share / 4) / n);
  // At the edges the limit is the edge itself on paper; rounding must not put it beside.
  const low = successes === 0 ? 0 : Math.max(0, centre - half);
  const high = successes === n ? 1 : Math.min(1, centre + half);
  return { defined: true, value, interval: [low, high], n };
}
