const enough = 30_000;

/** Some of the values, evenly from all, from low to high: their percentiles are those of all to a
 *  hair, and sorting a million takes as long as all else. */
export function sortSample(values: Float32Array): Float32Array {
  const step = Math.max(1, values.length / enough);
  const sample = new Float32Array(Math.floor(values.length / step));
  for (let at = 0; at < sample.length; at++) sample[at] = values[Math.floor(at * step)]!;
  return sample.sort();
}
