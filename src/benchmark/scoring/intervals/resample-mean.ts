import type { Resampled } from '../../../contracts/benchmark/index.ts';
import { sumByCluster } from './cluster-sums.ts';
import { type Resampling, resample } from './resample.ts';

type OfItem = { readonly item: { readonly group: string } };

/** The interval of a mean over rows, patients or documents drawn whole. */
export function resampleMean<Row extends OfItem>(
  rows: readonly Row[],
  figureOf: (row: Row) => number,
  resampling: Resampling,
): Resampled {
  const sums = sumByCluster(rows, ({ item }) => item.group, [figureOf, () => 1]);
  return resample(sums, sumOf => sumOf(0) / sumOf(1), resampling);
}
