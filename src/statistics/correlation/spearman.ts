import { notDefined, type Outcome } from '../outcome.ts';
import { requireFinite, requireOpenProportion, requireSameLength } from '../preconditions.ts';
import { midRanks } from '../summary/mid-ranks.ts';
import { correlationInterval } from './correlation-interval.ts';
import type { Correlation } from './pearson.ts';
import { productMoment } from './product-moment.ts';

/**
 * Spearman's rank correlation: how closely pairs follow some rising or falling order. Ties share their
 * mid-rank, and the coefficient is Pearson's of the ranks, which is right with ties where the textbook
 * formula in squared differences is not. The interval is Fisher's z with the variance
 * (1 + r²/2) / (n - 3) of Bonett & Wright (2000): good from about 25 pairs and |r| below 0.95; with
 * scores of few steps and many ties resample instead (`bootstrapInterval`).
 *
 * Not defined, and without an interval, in the same cases as `pearson`.
 */
export function spearman(
  x: readonly number[],
  y: readonly number[],
  confidence = 0.95,
): Outcome<Correlation> {
  requireSameLength(x, y, 'x and y');
  requireFinite(x, 'x');
  requireFinite(y, 'y');
  requireOpenProportion(confidence, 'confidence');
  const n = x.length;
  if (n < 2) return notDefined(n === 0 ? 'no-data' : 'too-few');
  const value = productMoment(midRanks(x), midRanks(y));
  if (value === null) return notDefined('constant');
  const variance = 1 + (value * value) / 2;
  return { defined: true, value, n, ...correlationInterval(value, n, variance, confidence) };
}
