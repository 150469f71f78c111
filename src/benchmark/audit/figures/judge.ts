import type { Verdict } from '../finding.ts';
import { type Interval, overlaps } from './interval.ts';
import { type Printed, roundsTo, truncatesTo } from './printed.ts';

/** What a figure ought to be. */
export type Estimate = {
  /** From the other figures as printed. */
  nominal: number;
  /** What those figures leave open, each standing for all that is printed so. */
  range: Interval;
  /** Known without the rounding of the inputs, such as from whole numbers of right answers. */
  exact?: Interval | undefined;
  /** How it came about, for the explanation. */
  how: string;
};

/** Soundness of one printed figure. Where the exact value is known the rounding of the inputs
 *  is no excuse any more, save that the authors may have computed from the rounded figures. */
export function judge(printed: Printed, estimate: Estimate): Verdict {
  const { nominal, range, exact } = estimate;
  if (exact ? overlaps(printed, exact) : roundsTo(printed, nominal)) return 'consistent';
  const fromPrinted = roundsTo(printed, nominal) || truncatesTo(printed, nominal);
  const cut = exact
    ? truncatesTo(printed, exact.low) || truncatesTo(printed, exact.high)
    : overlaps(printed, range);
  return fromPrinted || cut ? 'rounding' : 'inconsistent';
}

const order: Verdict[] = ['consistent', 'rounding', 'inconsistent'];

/** The kindest of several ways to the same figure; null without any. */
export function judgeBest(
  printed: Printed,
  estimates: Estimate[],
): { verdict: Verdict; estimate: Estimate } | null {
  const judged = estimates.map(estimate => ({ verdict: judge(printed, estimate), estimate }));
  judged.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return judged[0] ?? null;
}

export const holds = (verdict: Verdict): boolean =>
  verdict === 'consistent' || verdict === 'rounding';
