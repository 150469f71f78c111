import { twoSidedT } from '../distributions/student-t.ts';
import {
  type IntervalOrReason,
  intervalFrom,
  noInterval,
  notDefined,
  type Outcome,
} from '../outcome.ts';
import { requireOpenProportion } from '../preconditions.ts';
import type { Label } from './agreement-weights.ts';

export type FleissKappa = IntervalOrReason & {
  readonly value: number;
  /** Null for a single subject. */
  readonly standardError: number | null;
  readonly observedAgreement: number;
  readonly chanceAgreement: number;
  readonly subjects: number;
  readonly raters: number;
};

/**
 * Fleiss' kappa (1971): agreement beyond chance of several raters on unordered categories, one list of
 * labels a subject. The raters need not be the same people for every subject, only equally many. The
 * standard error is Gwet's linearised one (2008) over subjects with t quantiles, valid away from zero
 * too, unlike the 1971 error, which only tests for no agreement at all.
 *
 * Limits: it is Scott's pi and not Cohen's kappa for two raters; it falls when one category is rare; it
 * does not know near misses. For ordered scores, or where raters left gaps, use `krippendorffAlpha`
 * ('unequal-raters' here). One label a subject: 'too-few-raters'. One category only: 'one-category'.
 * Full agreement: 1 without an interval ('perfect'); a single subject: no interval ('too-few').
 */
export function fleissKappa(
  labels: readonly (readonly Label[])[],
  confidence = 0.95,
): Outcome<FleissKappa> {
  requireOpenProportion(confidence, 'confidence');
  const subjects = labels.length;
  const raters = labels[0]?.length ?? 0;
  if (subjects === 0) return notDefined('no-data');
  if (labels.some(row => row.length !== raters)) return notDefined('unequal-raters');
  if (raters < 2) return notDefined('too-few-raters');

  const counts = labels.map(countLabels);
  const shares = countLabels(labels.flat());
  const shareOf = (label: Label) => shares.get(label)! / (subjects * raters);
  const agreements = counts.map(row =>
    sumOver(row, count => (count * (count - 1)) / (raters * (raters - 1))),
  );
  const observed = average(agreements);
  const expected = sumOver(shares, count => (count / (subjects * raters)) ** 2);
  if (shares.size === 1) return notDefined('one-category');
  const value = (observed - expected) / (1 - expected);

  const pulls = counts.map((row, i) => {
    const own = sumOver(row, (count, label) => (count / raters) * shareOf(label));
    const kappa = (agreements[i]! - expected) / (1 - expected);
    return kappa - (2 * (1 - value) * (own - expected)) / (1 - expected) - value;
  });
  const squares = pulls.reduce((total, pull) => total + pull ** 2, 0);
  const standardError = subjects < 2 ? null : Math.sqrt(squares / subjects / (subjects - 1));
  return {
    defined: true,
    value,
    standardError,
    observedAgreement: observed,
    chanceAgreement: expected,
    subjects,
    raters,
    ...intervalAround(value, standardError, subjects, confidence),
  };
}

function intervalAround(
  value: number,
  error: number | null,
  subjects: number,
  confidence: number,
): IntervalOrReason {
  if (value === 1) return noInterval('perfect');
  if (error === null) return noInterval('too-few');
  // Subjects that all look alike leave nothing but rounding.
  if (error < 1e-9) return noInterval('constant');
  const half = twoSidedT(confidence, subjects - 1) * error;
  return intervalFrom(Math.max(-1, value - half), Math.min(1, value + half));
}

function countLabels(labels: readonly Label[]): Map<Label, number> {
  const counts = new Map<Label, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function sumOver(
  counts: ReadonlyMap<Label, number>,
  term: (count: number, label: Label) => number,
): number {
  let total = 0;
  for (const [label, count] of counts) total += term(count, label);
  return total;
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
