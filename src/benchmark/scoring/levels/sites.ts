import {
  compareLevels,
  type LevelMention,
  levelDistance,
  type RootLevel,
} from '../../../spine/levels/index.ts';

/** A place to compare: a vertebra or root (`L4`), or the disc between two (`L4/L5`). */
export type Site = { readonly name: string; readonly levels: readonly [RootLevel, RootLevel?] };

export type Named = Pick<LevelMention, 'kind' | 'levels'>;

/**
 * What two texts name, in the same kind of place, from the top down. Vertebrae, unless both speak of
 * what lies between them and one of them names a disc: then a range or a region is its discs. So
 * `L3-S1` and `L3/4, L4/5 and L5/S1` agree, while `L3/4 and L5/S1`, which touches the same four
 * vertebrae, does not.
 */
export function comparableSites(
  expected: readonly Named[],
  said: readonly Named[],
): { expected: Site[]; said: Site[] } {
  const both = [...expected, ...said];
  const asDiscs = both.every(canBeDiscs) && both.some(({ kind }) => kind === 'disc');
  const sitesOf = (named: readonly Named[]) => inOrder(named.flatMap(asDiscs ? discs : vertebrae));
  return { expected: sitesOf(expected), said: sitesOf(said) };
}

function canBeDiscs({ kind, levels }: Named): boolean {
  return levels.length > 1 && kind !== 'vertebra' && kind !== 'root';
}

export function vertebrae({ levels }: Pick<Named, 'levels'>): Site[] {
  return levels.map(level => ({ name: level, levels: [level] }));
}

export function discs({ levels }: Pick<Named, 'levels'>): Site[] {
  return levels.slice(1).map((lower, i) => {
    const upper = levels[i]!;
    return { name: `${upper}/${lower}`, levels: [upper, lower] };
  });
}

/** Steps along the spine between two sites of the same kind. */
export function siteDistance(a: Site, b: Site): number {
  const [upper, lower] = a.levels;
  const [otherUpper, otherLower] = b.levels;
  const distance = levelDistance(upper, otherUpper);
  if (lower === undefined || otherLower === undefined) return distance;
  return Math.max(distance, levelDistance(lower, otherLower));
}

export function compareSites(a: Site, b: Site): number {
  return (
    compareLevels(a.levels[0], b.levels[0]) ||
    compareLevels(a.levels.at(-1)!, b.levels.at(-1)!) ||
    a.levels.length - b.levels.length
  );
}

function inOrder(sites: readonly Site[]): Site[] {
  return [...new Map(sites.map(site => [site.name, site])).values()].sort(compareSites);
}
