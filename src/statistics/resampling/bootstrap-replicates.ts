import { seededIndices } from './seeded-random.ts';

/** A statistic of the rows at these indices; null where they give it no value. */
export type IndexStatistic = (indices: Uint32Array) => number | null;

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
  const draw = seededIndices(seed);
  const drawn = new Uint32Array(groups.length);
  const rowsOf = rowTaker(groups);
  const values = new Float64Array(resamples);
  let defined = 0;
  for (let resample = 0; resample < resamples; resample++) {
    draw(groups.length, drawn);
    const value = statistic(rowsOf(drawn));
    if (value !== null && Number.isFinite(value)) values[defined++] = value;
  }
  return values.slice(0, defined).sort();
}

/** The rows that drawn groups bring along. Groups that are one row each, in order, are their rows. */
function rowTaker(groups: readonly (readonly number[])[]): (drawn: Uint32Array) => Uint32Array {
  if (groups.every((group, i) => group.length === 1 && group[0] === i)) return drawn => drawn;
  const largest = groups.reduce((most, { length }) => Math.max(most, length), 0);
  const rows = new Uint32Array(groups.length * largest);
  return drawn => {
    let size = 0;
    for (const at of drawn) for (const row of groups[at]!) rows[size++] = row;
    return rows.subarray(0, size);
  };
}
