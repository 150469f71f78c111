import { type IntervalOrReason, notDefined, type Outcome } from '../outcome.ts';
import { requireFinite, requireOpenProportion, requireSameLength } from '../preconditions.ts';
import { correlationInterval } from './correlation-interval.ts';
import { productMoment } from './product-moment.ts';

export type Correlation = IntervalOrReason & { readonly value: number; readonly n: number };

/**
 * Pearson's correlation with Fisher's z interval: how closely pairs follow some straight line. It does
 * not say that they agree (a judge who halves every score correlates perfectly; see
 * `intraclassCorrelation` and `blandAltman`), one outlier can make or break it, and the same value can
 * come from a line, a curve or a single point (Anscombe 1973). The interval assumes independent pairs
 * from a roughly normal cloud; for scores on patients with several items resample instead
 * (`bootstrapInterval` with `clusters`).
 *
 * Not defined for fewer than two pairs ('too-few') and where one side never varies ('constant': its
 * ratings carry no ranking at all, which is not the same as a correlation of 0). Two or three pairs
 * give a value without an interval ('too-few'), an exact line one without an interval ('perfect').
 */
export function pearson(
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
  const value = productMoment(x, y);
  if (value === null) return notDefined('constant');
  return { defined: true, value, n, ...correlationInterval(value, n, 1, confidence) };
}
