import type { Confusion } from '../../../contracts/benchmark/index.ts';
import type { SitePair } from './align-sites.ts';
import { compareSites, type Site } from './sites.ts';

const NONE = 'none';

/** Counts of expected × said. Levels run from the top down, `none` stands last. */
export type ConfusionCounter = {
  readonly add: (pair: SitePair) => void;
  readonly matrix: () => Confusion;
};

export function countConfusion(): ConfusionCounter {
  const counts = new Map<string, Map<string, number>>();
  const sites = new Map<string, Site>();
  const nameOf = (site: Site | null) => {
    if (site === null) return NONE;
    sites.set(site.name, site);
    return site.name;
  };
  const downwards = <Value>(named: Map<string, Value>): [string, Value][] =>
    [...named].sort(([a], [b]) => {
      if (a === NONE || b === NONE) return Number(a === NONE) - Number(b === NONE);
      return compareSites(sites.get(a)!, sites.get(b)!);
    });
  return {
    add({ expected, said }) {
      const row = nameOf(expected);
      const column = nameOf(said);
      const ofRow = counts.get(row) ?? new Map<string, number>();
      counts.set(row, ofRow.set(column, (ofRow.get(column) ?? 0) + 1));
    },
    matrix: () =>
      Object.fromEntries(
        downwards(counts).map(([row, columns]) => [row, Object.fromEntries(downwards(columns))]),
      ),
  };
}
