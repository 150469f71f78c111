import { point } from '../figures/interval.ts';
import { holds, judge } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';

type Share = { count: number; percent: Printed };

export type NamedBase = { value: number; name: string };

export type PercentBase = NamedBase & { fits: number; of: number };

function fits({ count, percent }: Share, base: number): boolean {
  if (base <= 0) return false;
  const nominal = (100 * count) / base;
  return holds(judge(percent, { nominal, range: point(nominal), how: '' }));
}

/** Which number the percentages are of. The table's own total stands first among the known
 *  numbers; another takes its place only if more rows, and more than half, fit that one. If no
 *  known number suits most rows, every whole number is tried. */
export function findPercentBase(shares: Share[], known: NamedBase[]): PercentBase | null {
  if (shares.length === 0) return null;
  const score = (base: NamedBase) => ({
    ...base,
    fits: shares.filter(share => fits(share, base.value)).length,
    of: shares.length,
  });
  const [own, ...others] = known.map(score);
  if (own && own.fits === own.of) return own;
  const better = [...others, ...implied(shares).map(score)]
    .filter(base => base.fits * 2 > base.of && base.fits > (own?.fits ?? 0))
    .sort((a, b) => b.fits - a.fits)[0];
  return better ?? own ?? null;
}

/** The whole numbers that each row alone points to. Rows with large counts point sharply. */
function implied(shares: Share[]): NamedBase[] {
  const bases = new Set<number>();
  const sharpest = [...shares].sort((a, b) => b.count - a.count).slice(0, 5);
  for (const { count, percent } of sharpest) {
    const low = (100 * count) / (percent.value + percent.unit);
    const high = (100 * count) / Math.max(percent.value - percent.unit / 2, percent.unit / 100);
    for (let base = Math.ceil(low); base <= high && bases.size < 2000; base++) bases.add(base);
  }
  return [...bases].map(value => ({ value, name: 'a number that is printed nowhere' }));
}
