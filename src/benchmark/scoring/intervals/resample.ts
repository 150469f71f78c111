import type { Resampled } from '../../../contracts/benchmark/index.ts';
import { bootstrapInterval, type UndefinedReason } from '../../../statistics/index.ts';
import type { ClusterSums } from './cluster-sums.ts';

export type Resampling = {
  /** For the total and the parts; what is shown in a cell beside them takes fewer. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
};

/** A figure from 0 to 100 made of sums, such as right answers over answers; null where undefined. */
export type SumStatistic = (sumOf: (column: number) => number) => number | null;

/** The interval of such a figure, whole patients or documents drawn at a time. */
export function resample(
  sums: ClusterSums,
  statistic: SumStatistic,
  { resamples, seed }: Resampling,
): Resampled {
  const blocks = blocksOf(sums);
  const result = bootstrapInterval(blocks, drawn => statistic(sumOver(sums, drawn)), {
    clusters: blocks,
    resamples,
    seed,
  });
  const { clusters } = sums;
  if (!result.defined) return withoutInterval(result.reason, clusters);
  const { interval, noInterval, standardError } = result;
  return { interval: interval && withinScale(interval), noInterval, standardError, clusters };
}

export function blocksOf({ columns }: ClusterSums): number[] {
  return Array.from(columns[0] ?? [], (_, block) => block);
}

/** Column sums of the blocks drawn; only the columns that are asked for cost anything. */
export function sumOver(
  { columns }: ClusterSums,
  drawn: readonly number[],
): (column: number) => number {
  return at => {
    const column = columns[at]!;
    let sum = 0;
    for (let i = 0; i < drawn.length; i++) sum += column[drawn[i]!]!;
    return sum;
  };
}

/** Reading between two replicates may round past the end of the scale. */
function withinScale([low, high]: readonly [number, number]): [number, number] {
  return [Math.max(0, low), Math.min(100, high)];
}

function withoutInterval(reason: UndefinedReason, clusters: number): Resampled {
  return { interval: null, noInterval: reason, standardError: null, clusters };
}

const RESAMPLES_OF_A_CELL = 2_000;

/** Cells are many and small, and their ends need fewer digits than the headline's. */
export function forCells({ resamples = RESAMPLES_OF_A_CELL, seed }: Resampling): Resampling {
  return { resamples: Math.min(resamples, RESAMPLES_OF_A_CELL), seed };
}
