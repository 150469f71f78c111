import { sampleBySeed } from '../sample-by-seed.ts';
import type { MmItem } from './mm-item.ts';

/** What stands for the whole: each kind of question, dataset and disease has the share that it has
 *  among all, by largest remainder, and at least one item where there is room for all of them. */
export function takeSub(
  items: readonly MmItem[],
  count: number,
  seed: number,
): ReadonlySet<string> {
  const strata = [
    ...Map.groupBy(items, ({ kind, dataset, disease }) => `${kind} ${dataset} ${disease}`),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const sizes = strata.map(([, of]) => of.length);
  const taken = new Set<string>();
  for (const [at, quota] of quotas(sizes, Math.min(count, items.length)).entries()) {
    const drawn = sampleBySeed(strata[at]![1], quota, { seed, keyOf: ({ id }) => id });
    for (const { id } of drawn) taken.add(id);
  }
  return taken;
}

/** Whole numbers in the ratio of the sizes, none above its size, that add up to the count. */
export function quotas(sizes: readonly number[], count: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const least = count >= sizes.length ? 1 : 0;
  const exact = sizes.map(size => (size * count) / Math.max(1, all));
  const given = exact.map(share => Math.max(least, Math.floor(share)));
  const left = () => count - given.reduce((sum, each) => sum + each, 0);
  // What the small ones got beyond their share the large ones go without, and the other way round.
  while (left() !== 0) {
    const step = Math.sign(left());
    let next = -1;
    for (const [at, share] of exact.entries()) {
      const can = step > 0 ? given[at]! < sizes[at]! : given[at]! > least;
      if (!can) continue;
      const lack = (share - given[at]!) * step;
      if (next < 0 || lack > (exact[next]! - given[next]!) * step) next = at;
    }
    given[next]! += step;
  }
  return given;
}
