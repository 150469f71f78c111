import { fisherFQuantile } from '../distributions/fisher-f.ts';
import {
  type IntervalOrReason,
  intervalFrom,
  type NotDefined,
  noInterval,
  notDefined,
  type Outcome,
} from '../outcome.ts';
import { requireOpenProportion } from '../preconditions.ts';
import { type MeanSquares, twoWayMeanSquares } from './two-way-mean-squares.ts';

export type Coefficient = Outcome<IntervalOrReason & { readonly value: number }>;

export interface IntraclassCorrelation {
  /** ICC(2,1): how far one rater's score of a subject can be trusted. */
  readonly single: Coefficient;
  /** ICC(2,k): how far the mean of all k raters can. */
  readonly average: Coefficient;
  readonly meanSquares: MeanSquares;
  readonly subjects: number;
  readonly raters: number;
}

/**
 * ICC(2,1) and ICC(2,k) of Shrout & Fleiss (1979), called ICC(A,1) and ICC(A,k) by McGraw & Wong (1996):
 * absolute agreement when both subjects and raters are samples of many. A rater who is always a point
 * stricter lowers them, other than Pearson's correlation. One row of scores a subject, one column a
 * rater, no gaps. The intervals are the F-based ones of both papers (Satterthwaite degrees of freedom).
 *
 * Limits: the value grows with how different the subjects are, so the same raters look better on a mixed
 * sample than on a narrow one; report the sample beside it. With two or three raters the interval is
 * wide, because raters are a sample too. For gaps use `krippendorffAlpha`.
 *
 * Fewer than two subjects: 'too-few'; one rater: 'too-few-raters'; all scores equal: 'constant'. Full
 * agreement on subjects that differ: 1 without an interval ('perfect'). Values below 0 occur and mean no
 * agreement; where all subjects have the same mean there is no interval ('constant'). Where their means
 * differ less than chance makes them, the denominators can vanish: 'not-estimable'.
 */
export function intraclassCorrelation(
  scores: readonly (readonly number[])[],
  confidence = 0.95,
): (IntraclassCorrelation & { readonly defined: true }) | NotDefined {
  requireOpenProportion(confidence, 'confidence');
  const subjects = scores.length;
  const raters = scores[0]?.length ?? 0;
  const meanSquares = twoWayMeanSquares(scores);
  if (subjects === 0) return notDefined('no-data');
  if (raters < 2) return notDefined('too-few-raters');
  if (subjects < 2) return notDefined('too-few');
  if (scores.every(row => row.every(score => score === scores[0]![0]))) {
    return notDefined('constant');
  }
  const table = { ...withoutUnit(meanSquares), n: subjects, k: raters };
  return {
    defined: true,
    single: coefficient(table, 'single', confidence),
    average: coefficient(table, 'average', confidence),
    meanSquares,
    subjects,
    raters,
  };
}

/** The coefficients have no unit; the fourth powers on the way to them would overflow with a large one. */
function withoutUnit({ between, judges, error }: MeanSquares): MeanSquares {
  const unit = Math.max(between, judges, error) || 1;
  return { between: between / unit, judges: judges / unit, error: error / unit };
}

type Table = MeanSquares & { readonly n: number; readonly k: number };

type Of = 'single' | 'average';

/** McGraw & Wong's formulas multiplied through by n; the two differ only in how the error is weighed. */
function coefficient(table: Table, of: Of, confidence: number): Coefficient {
  const { between, judges, error, n } = table;
  const total = n * between + noise(table, of);
  const scale = n * (between + judges + error);
  if (!(total > 1e-12 * scale)) return notDefined('not-estimable');
  if (judges + error <= 1e-24 * between) {
    return { defined: true, value: 1, ...noInterval('perfect') };
  }
  const value = (n * (between - error)) / total;
  return { defined: true, value, ...limits(table, of, confidence) };
}

/** What stands beside n times the subjects' mean square in the denominator. */
function noise({ judges, error, n, k }: Table, of: Of): number {
  return of === 'average' ? judges - error : k * judges + (k * n - k - n) * error;
}

function limits(table: Table, of: Of, confidence: number): IntervalOrReason {
  const { between, judges, error, n } = table;
  // Subjects whose means all coincide leave both ends at the estimate, whatever the confidence.
  if (between <= 1e-24 * (judges + error)) return noInterval('constant');
  const df = satterthwaite(table);
  if (df === null) return noInterval('not-estimable');
  const p = (1 + confidence) / 2;
  const below = fisherFQuantile(p, n - 1, df);
  const above = fisherFQuantile(p, df, n - 1);
  const other = noise(table, of);
  const lowTotal = below * other + n * between;
  const highTotal = other + n * above * between;
  if (!(lowTotal > 0 && highTotal > 0)) return noInterval('not-estimable');
  return intervalFrom(
    (n * (between - below * error)) / lowTotal,
    (n * (above * between - error)) / highTotal,
  );
}

/**
 * Degrees of freedom of the mixture of rater and error variance that the single-rater ICC implies. An
 * estimate below 0 counts as 0, the least a ratio of variances can be: put in as it is, it subtracts one
 * variance from the other, and the published formula then gives intervals beside their own estimate.
 */
function satterthwaite(table: Table): number | null {
  const { between, judges, error, n, k } = table;
  const total = n * between + noise(table, 'single');
  const icc = Math.max(0, (n * (between - error)) / total);
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const spread = (a * judges) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1));
  const df = (a * judges + b * error) ** 2 / spread;
  return df > 1e-6 && Number.isFinite(df) ? df : null;
}
