import type { Outcome } from '../outcome.ts';
import type { IndexStatistic } from '../resampling/bootstrap-replicates.ts';
import {
  type BootstrapEstimate,
  type BootstrapOptions,
  resampledEstimate,
} from '../resampling/resampled-estimate.ts';
import { takeRows } from '../resampling/take-rows.ts';

/** A statistic of rows; null where they give it no value. It must not keep the array it is given. */
export type Statistic<Row> = (rows: readonly Row[]) => number | null;

/**
 * An interval for any statistic by resampling, whole clusters at a time where rows come in clusters:
 * questions on one patient or one document rise and fall together, and an interval that takes them for
 * independent is too narrow. Only the clusters are taken as a random sample, so the interval speaks of
 * new patients or documents of the same kind. The same seed gives the same interval on any machine.
 *
 * `bca` corrects for bias and skew and is second-order right; `percentile` reads the plain shares.
 * Neither invents what the sample lacks: below about 20 clusters both are too narrow, and the number
 * of clusters is returned so that it can be shown. There is no interval where every resample gives the
 * same value (all right, all wrong: 'constant'; Wilson's interval on the number of clusters is the
 * honest stand-in), where the statistic has no value in more resamples than a tail holds, or where
 * BCa's limits lie outside what was drawn ('unstable'). Not defined at all: no rows ('no-data'), one
 * row or cluster ('too-few', 'too-few-clusters'), a statistic without a value ('not-estimable').
 */
export function bootstrapInterval<Row>(
  rows: readonly Row[],
  statistic: Statistic<Row>,
  options: BootstrapOptions = {},
): Outcome<BootstrapEstimate> {
  const sample: Row[] = [];
  return bootstrapOfIndices(
    rows.length,
    indices => statistic(takeRows(rows, indices, sample)),
    options,
  );
}

/** As `bootstrapInterval`, for a statistic that looks its rows up itself. */
export function bootstrapOfIndices(
  rows: number,
  statistic: IndexStatistic,
  options: BootstrapOptions = {},
): Outcome<BootstrapEstimate> {
  const result = resampledEstimate(rows, statistic, options);
  return result.defined ? { defined: true, ...result.estimate } : result;
}
