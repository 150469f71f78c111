import type { Resampled } from '../../../contracts/benchmark/index.ts';
import { bootstrapOfIndices, type UndefinedReason } from '../../../statistics/index.ts';
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
  const options = { clusters: blocks, resamples, seed };
  const sumOf = sumsOf(sums);
  const figure = (drawn: Uint32Array) => statistic(sumOf(drawn));
  const result = bootstrapOfIndices(blocks.length, figure, options);
  const { clusters } = sums;
  if (!result.defined) return withoutInterval(result.reason, clusters);
  const { interval, noInterval, standardError } = result;
  return { interval: interval && withinScale(interval), noInterval, standardError, clusters };
}

export function blocksOf({ columns }: ClusterSums): number[] {
  return Array.from(columns[0] ?? [], (_, block) => block);
}

/** Column sums of the blocks drawn; only the columns that are asked for cost anything, and equal
 *  ones once, such as all that were asked and all that were answered. */
export function sumsOf({
  columns,
}: ClusterSums): (drawn: ArrayLike<number>) => (column: number) => number {
  const adders = columns.map(adderOf);
  const same = columns.map(column => columns.findIndex(other => areEqual(other, column)));
  const known = new Float64Array(columns.length);
  return drawn => {
    known.fill(Number.NaN);
    return column => {
      const at = same[column]!;
      if (Number.isNaN(known[at]!)) known[at] = adders[at]!(drawn);
      return known[at]!;
    };
  };
}

const areEqual = (one: Float64Array, other: Float64Array) =>
  one === other || one.every((value, i) => value === other[i]);

/** Most columns count: whole numbers add up several times as fast, in any order to the same sum,
 *  and where every block brings the same nothing needs adding up. */
function adderOf(column: Float64Array): (drawn: ArrayLike<number>) => number {
  const first = column[0] ?? 0;
  const most = column.reduce((so, value) => Math.max(so, Math.abs(value)), 0);
  const isWhole = column.every(Number.isInteger) && most * column.length < 2 ** 31;
  if (!isWhole) return drawn => addFractions(column, drawn);
  if (column.every(value => value === first)) return drawn => first * drawn.length;
  const whole = Int32Array.from(column);
  return drawn => addWhole(whole, drawn);
}

function addFractions(column: Float64Array, drawn: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < drawn.length; i++) sum += column[drawn[i]!]!;
  return sum;
}

function addWhole(column: Int32Array, drawn: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < drawn.length; i++) sum = (sum + column[drawn[i]!]!) | 0;
  return sum;
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
