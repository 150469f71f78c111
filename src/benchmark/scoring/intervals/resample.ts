import type { Resampled } from '../../../contracts/benchmark/index.ts';
import { bootstrapInterval, type UndefinedReason } from '../../../statistics/index.ts';
import { addUp, type ClusterSums } from './cluster-sums.ts';

export type Resampling = {
  /** For the total and the parts; what is shown in a cell beside them takes fewer. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
};

/** A figure from 0 to 100 made of sums, such as right answers over answers; null where undefined. */
export type SumStatistic = (sums: Float64Array) => number | null;

/** The interval of such a figure, whole patients or documents drawn at a time. */
export function resample(
  { blocks, clusters }: ClusterSums,
  statistic: SumStatistic,
  { resamples, seed }: Resampling,
): Resampled {
  const width = blocks[0]?.length ?? 0;
  const result = bootstrapInterval(blocks, rows => statistic(addUp(rows, width)), {
    clusters: blocks.map((_, i) => i),
    resamples,
    seed,
  });
  if (!result.defined) return withoutInterval(result.reason, clusters);
  const { interval, noInterval, standardError } = result;
  return { interval: interval && withinScale(interval), noInterval, standardError, clusters };
}

/** Reading between two replicates may round past the end of the scale. */
function withinScale([low, high]: readonly [number, number]): [number, number] {
  return [Math.max(0, low), Math.min(100, high)];
}

function withoutInterval(reason: UndefinedReason, clusters: number): Resampled {
  return { interval: null, noInterval: reason, standardError: null, clusters };
}

/** Cells are many and small, and their ends need fewer digits than the headline's. */
export function forCells({ resamples = 2_000, seed }: Resampling): Resampling {
  return { resamples: Math.min(resamples, 2_000), seed };
}
