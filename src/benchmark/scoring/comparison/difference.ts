import { type Interval, pairedBootstrap, type UndefinedReason } from '../../../statistics/index.ts';
import type { ClusterSums } from '../intervals/cluster-sums.ts';
import { blocksOf, type Resampling, sumsOf } from '../intervals/resample.ts';
import { type Performances, performanceOf } from '../part-sums.ts';

export type Difference = {
  readonly first: number;
  readonly second: number;
  /** First - second, in points. */
  readonly value: number;
  readonly interval: Interval | null;
  readonly noInterval: UndefinedReason | null;
  readonly standardError: number | null;
  /** Two-sided, by resampling patients or documents for both models alike; null where they cannot tell. */
  readonly p: number | null;
  readonly clusters: number;
};

/** How one figure differs between two models; null where either has none. */
export function differenceIn(
  figure: keyof Performances,
  first: ClusterSums,
  second: ClusterSums,
  { resamples, seed }: Resampling,
): Difference | null {
  const both = sideBySide(first, second);
  const sumOf = sumsOf(both);
  const read = (drawn: readonly number[]) => performanceOf(figure, sumOf(drawn));
  const blocks = blocksOf(first);
  const ofOther = blocks.map(block => block + blocks.length);
  const [ofFirst, ofSecond] = [read(blocks), read(ofOther)];
  if (ofFirst === null || ofSecond === null) return null;
  const options = { clusters: blocks, resamples, seed };
  const result = pairedBootstrap(blocks, ofOther, read, options);
  const plain = { first: ofFirst, second: ofSecond, clusters: first.clusters };
  if (!result.defined) {
    const { reason: noInterval } = result;
    const value = ofFirst - ofSecond;
    return { ...plain, value, interval: null, noInterval, standardError: null, p: null };
  }
  const { value, interval, noInterval, standardError, p } = result;
  return { ...plain, value, interval, noInterval, standardError, p };
}

/** Both models' sums in one, so that a block's number says whose it is. */
function sideBySide(first: ClusterSums, second: ClusterSums): ClusterSums {
  const columns = first.columns.map((column, i) =>
    Float64Array.of(...column, ...second.columns[i]!),
  );
  return { columns, clusters: first.clusters };
}
