import { hash } from 'node:crypto';

/** So many of them, drawn by seed, in the order in which they come. Each has its own lot, so that
 *  with a few more to draw from it is nearly the same sample. */
export function sampleBySeed<T>(
  all: readonly T[],
  count: number,
  { seed, keyOf }: { seed: number; keyOf: (one: T) => string },
): T[] {
  if (all.length <= count) return [...all];
  const lots = all.map((one, at) => ({ at, lot: hash('sha256', `${seed} ${keyOf(one)}`, 'hex') }));
  const drawn = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count);
  return drawn
    .map(({ at }) => at)
    .sort((a, b) => a - b)
    .map(at => all[at]!);
}
