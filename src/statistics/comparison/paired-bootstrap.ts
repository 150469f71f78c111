import type { Statistic } from '../interval/bootstrap-interval.ts';
import type { Outcome } from '../outcome.ts';
import { requireSameLength } from '../preconditions.ts';
import {
  type BootstrapEstimate,
  type BootstrapOptions,
  resampledEstimate,
} from '../resampling/resampled-estimate.ts';
import { takeRows } from '../resampling/take-rows.ts';

export type PairedComparison = BootstrapEstimate & {
  /**
   * Two-sided, for the hypothesis of no difference; null where the resamples cannot tell. Never below
   * 1 / (resamples + 1).
   */
  readonly p: number | null;
};

/**
 * The difference first - second of a statistic between two models that answered the same items, with
 * its interval. Each resample draws the same items for both, which takes out how hard the items are;
 * with clusters whole patients or documents are drawn. Pass `mean` for accuracies and scores, any other
 * statistic for weighted totals.
 *
 * p is the share of resamples that lie as far from the observed difference as the observed difference
 * lies from zero (the replicates moved onto the hypothesis, Efron & Tibshirani 1993, section 16.4,
 * carried over to pairs). Clusters: this is the test to use then, since McNemar's takes items for
 * independent. Two models without any difference: value 0, p 1, no interval ('constant'). The same
 * difference in every cluster: no interval and no p, since the sample shows no spread to judge by.
 * Items that only one model answered must be settled by the caller before.
 */
export function pairedBootstrap<Row>(
  first: readonly Row[],
  second: readonly Row[],
  statistic: Statistic<Row>,
  options: BootstrapOptions = {},
): Outcome<PairedComparison> {
  requireSameLength(first, second, 'first and second');
  const samples: [Row[], Row[]] = [[], []];
  const difference = (indices: Uint32Array) => {
    const ofFirst = statistic(takeRows(first, indices, samples[0]));
    const ofSecond = statistic(takeRows(second, indices, samples[1]));
    return ofFirst === null || ofSecond === null ? null : ofFirst - ofSecond;
  };
  const result = resampledEstimate(first.length, difference, options);
  if (!result.defined) return result;
  const { estimate, replicates } = result;
  return { defined: true, ...estimate, p: pValue(estimate, replicates) };
}

function pValue(estimate: BootstrapEstimate, replicates: Float64Array): number | null {
  const { value, noInterval } = estimate;
  if (noInterval === 'constant') return value === 0 ? 1 : null;
  if (replicates.length < estimate.resamples && noInterval === 'unstable') return null;
  const reach = Math.abs(value) * (1 - 1e-12);
  let asFar = 0;
  for (const replicate of replicates) if (Math.abs(replicate - value) >= reach) asFar += 1;
  return (1 + asFar) / (1 + replicates.length);
}
