/**
 * The rows at these indices, written into `sample`: ten thousand fresh arrays would cost more than the
 * statistic does.
 */
export function takeRows<Row>(rows: readonly Row[], indices: Uint32Array, sample: Row[]): Row[] {
  for (let i = 0; i < indices.length; i++) sample[i] = rows[indices[i]!]!;
  sample.length = indices.length;
  return sample;
}
