import { seededRandom } from '../../../statistics/index.ts';

/** Sums of what a statistic is made of, one a cluster; then a resample costs the same for any items. */
export type ClusterSums = {
  readonly blocks: readonly Float64Array[];
  /** Patients or documents; more than blocks where there are very many. */
  readonly clusters: number;
};

/**
 * Past this, clusters are drawn in random blocks of equal number: the standard error keeps its value,
 * with a relative noise of 1 / √(2 × blocks), and the work stops growing with the benchmark.
 */
const MOST_BLOCKS = 2_000;
const SHUFFLE_SEED = 20_250_101;

export function sumByCluster<Row>(
  rows: readonly Row[],
  clusterOf: (row: Row) => string,
  width: number,
  add: (row: Row, sums: Float64Array) => void,
): ClusterSums {
  const sums = new Map<string, Float64Array>();
  for (const row of rows) {
    const cluster = clusterOf(row);
    let ofCluster = sums.get(cluster);
    if (ofCluster === undefined) {
      ofCluster = new Float64Array(width);
      sums.set(cluster, ofCluster);
    }
    add(row, ofCluster);
  }
  const all = [...sums.values()];
  return { blocks: all.length > MOST_BLOCKS ? inBlocks(all, width) : all, clusters: all.length };
}

/** The columns summed over clusters. */
export function addUp(blocks: readonly Float64Array[], width: number): Float64Array {
  const total = new Float64Array(width);
  for (const block of blocks) for (let i = 0; i < width; i++) total[i]! += block[i]!;
  return total;
}

function inBlocks(all: readonly Float64Array[], width: number): Float64Array[] {
  const draw = seededRandom(SHUFFLE_SEED);
  const order = all.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const blocks = Array.from({ length: MOST_BLOCKS }, () => new Float64Array(width));
  order.forEach((from, at) => {
    const block = blocks[at % MOST_BLOCKS]!;
    const sums = all[from]!;
    for (let i = 0; i < width; i++) block[i]! += sums[i]!;
  });
  return blocks;
}
