import { seededRandom } from '../../../statistics/index.ts';

/**
 * Sums of what a figure is made of, one a patient or document, column by column: a resample then costs
 * the same for any number of items.
 */
export type ClusterSums = {
  readonly columns: readonly Float64Array[];
  /** Patients or documents; more than a column is long where there are very many. */
  readonly clusters: number;
};

/**
 * Past this, clusters are drawn in random blocks of equal number: the standard error keeps its value,
 * with a relative noise of 1 / √(2 × blocks), and the work stops growing with the benchmark.
 */
const MOST_BLOCKS = 500;
const SHUFFLE_SEED = 20_250_101;

/** One column for each of `values`: what a row brings to it, such as a right answer or a score. */
export function sumByCluster<Row>(
  rows: readonly Row[],
  clusterOf: (row: Row) => string,
  values: readonly ((row: Row) => number)[],
): ClusterSums {
  const places = new Map<string, number>();
  for (const row of rows) {
    const cluster = clusterOf(row);
    if (!places.has(cluster)) places.set(cluster, places.size);
  }
  const blockOf = blocksFor(places.size);
  const length = Math.min(places.size, MOST_BLOCKS);
  const columns = values.map(() => new Float64Array(length));
  for (const row of rows) {
    const block = blockOf(places.get(clusterOf(row))!);
    values.forEach((figureOf, i) => {
      columns[i]![block]! += figureOf(row);
    });
  }
  return { columns, clusters: places.size };
}

export function totalOf({ columns }: ClusterSums): number[] {
  return columns.map(column => column.reduce((sum, value) => sum + value, 0));
}

function blocksFor(clusters: number): (cluster: number) => number {
  if (clusters <= MOST_BLOCKS) return cluster => cluster;
  const draw = seededRandom(SHUFFLE_SEED);
  const order = Array.from({ length: clusters }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return cluster => order[cluster]! % MOST_BLOCKS;
}
