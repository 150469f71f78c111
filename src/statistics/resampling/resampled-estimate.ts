import {
  type IntervalOrReason,
  intervalFrom,
  noInterval,
  notDefined,
  type Outcome,
} from '../outcome.ts';
import { requireOpenProportion } from '../preconditions.ts';
import { interpolate } from '../summary/quantile.ts';
import { standardDeviation } from '../summary/standard-deviation.ts';
import { bcaLimits } from './bca-limits.ts';
import { bootstrapReplicates, type IndexStatistic } from './bootstrap-replicates.ts';
import { type ClusterId, clusterGroups } from './cluster-groups.ts';
import { leaveOutClusters } from './leave-out-clusters.ts';

export interface BootstrapOptions {
  /** The patient or document of each row; without it every row counts as independent. */
  readonly clusters?: readonly ClusterId[] | undefined;
  /** BCa unless said otherwise. */
  readonly method?: 'bca' | 'percentile' | undefined;
  readonly resamples?: number | undefined;
  readonly confidence?: number | undefined;
  readonly seed?: number | undefined;
}

export type BootstrapEstimate = IntervalOrReason & {
  readonly value: number;
  /** The standard deviation of the replicates; null where fewer than two have a value. */
  readonly standardError: number | null;
  readonly rows: number;
  readonly clusters: number;
  readonly resamples: number;
  /** Resamples in which the statistic has no value. */
  readonly undefinedResamples: number;
  readonly method: 'bca' | 'percentile';
  readonly seed: number;
};

export interface ResampledEstimate {
  readonly estimate: BootstrapEstimate;
  readonly replicates: Float64Array;
}

const DEFAULT_RESAMPLES = 10_000;
const DEFAULT_SEED = 20_250_101;

/** What all bootstraps share: a statistic of the indices of `rows` rows, resampled. */
export function resampledEstimate(
  rows: number,
  statistic: IndexStatistic,
  options: BootstrapOptions,
): Outcome<ResampledEstimate> {
  const { method = 'bca', resamples = DEFAULT_RESAMPLES, confidence = 0.95 } = options;
  const seed = options.seed ?? DEFAULT_SEED;
  requireResamples(resamples, confidence);
  const groups = clusterGroups(rows, options.clusters);
  if (rows === 0) return notDefined('no-data');
  const value = statistic(Uint32Array.from({ length: rows }, (_, i) => i));
  if (value === null || !Number.isFinite(value)) return notDefined('not-estimable');
  if (groups.length < 2) {
    return notDefined(options.clusters === undefined ? 'too-few' : 'too-few-clusters');
  }

  const replicates = bootstrapReplicates(groups, statistic, resamples, seed);
  const undefinedResamples = resamples - replicates.length;
  // With more unknown replicates than a tail holds, the ends could lie anywhere.
  const unknown = undefinedResamples > resamples * ((1 - confidence) / 2);
  const range = () => {
    if (method === 'percentile') return percentileLimits(confidence);
    return bcaLimits(replicates, value, leaveOutClusters(groups, statistic), confidence);
  };
  return {
    defined: true,
    replicates,
    estimate: {
      value,
      ...(unknown ? noInterval('unstable') : readInterval(replicates, range)),
      standardError: standardDeviation(Array.from(replicates)),
      rows,
      clusters: groups.length,
      resamples,
      undefinedResamples,
      method,
      seed,
    },
  };
}

function requireResamples(resamples: number, confidence: number): void {
  requireOpenProportion(confidence, 'confidence');
  if (!Number.isSafeInteger(resamples) || (resamples + 1) * ((1 - confidence) / 2) < 1) {
    throw new RangeError(
      `${resamples} resamples are too few to read a ${confidence} interval from`,
    );
  }
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

function percentileLimits(confidence: number): Limits {
  return { low: (1 - confidence) / 2, high: (1 + confidence) / 2 };
}

function readInterval(sorted: Float64Array, range: () => Limits | null): IntervalOrReason {
  const least = sorted[0]!;
  const most = sorted[sorted.length - 1]!;
  // Sums of equal scores differ in their last digits by order; that is not spread.
  if (most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most))) {
    return noInterval('constant');
  }
  const limits = range();
  if (limits === null) return noInterval('unstable');
  const low = limits.low * (sorted.length + 1);
  const high = limits.high * (sorted.length + 1);
  if (low < 1 || high > sorted.length) return noInterval('unstable');
  return intervalFrom(interpolate(sorted, low - 1), interpolate(sorted, high - 1));
}
