import type { IndexStatistic } from './bootstrap-replicates.ts';

const MOST_BLOCKS = 1_000;

/**
 * The jackknife: the statistic with each cluster left out in turn. Past a thousand clusters they are
 * left out in as many blocks, which keeps the work linear and the acceleration the same in the limit.
 */
export function leaveOutClusters(
  groups: readonly (readonly number[])[],
  statistic: IndexStatistic,
): (number | null)[] {
  const blocks = Math.min(groups.length, MOST_BLOCKS);
  const rows = new Uint32Array(groups.reduce((sum, { length }) => sum + length, 0));
  return Array.from({ length: blocks }, (_, block) => {
    let size = 0;
    for (let i = 0; i < groups.length; i++)
      if (i % blocks !== block) for (const row of groups[i]!) rows[size++] = row;
    return statistic(rows.subarray(0, size));
  });
}
