import { seededRandom } from './seeded-random.ts';

/** A statistic of the rows at these indices; null where they give it no value. */
export type IndexStatistic = (indices: readonly number[]) => number | null;

/**
 * Draws whole clusters with replacement, as many as there are, and computes the statistic of the rows
 * they bring along. Returned sorted, without the resamples that gave no value. The index array is one
 * and the same in every call: the statistic must not keep it.
 */
export function bootstrapReplicates(
  groups: readonly (readonly number[])[],
  statistic: IndexStatistic,
  resamples: number,
  seed: number,
): Float64Array {
  const draw = seededRandom(seed);
  const indices: number[] = [];
  const values = new Float64Array(resamples);
  let defined = 0;
  for (let resample = 0; resample < resamples; resample++) {
    let size = 0;
    for (let i = 0; i < groups.length; i++) {
      const group = groups[draw(groups.length)]!;
      for (let j = 0; j < group.length; j++) indices[size++] = group[j]!;
    }
    indices.length = size;
    const value = statistic(indices);
    if (value !== null && Number.isFinite(value)) values[defined++] = value;
  }
  return values.slice(0, defined).sort();
}
