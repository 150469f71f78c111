import { type Site, siteDistance } from './sites.ts';

export type SitePair = { readonly expected: Site | null; readonly said: Site | null };

/**
 * Pairs what was said with what was expected, each site once: the same with the same, the rest so that
 * the way between partners is shortest in all; what is left over stands alone. Both lists run from the
 * top down: the shortest pairing along a line never crosses. Exchanging the lists exchanges the ends of
 * the pairs and nothing else.
 */
export function alignSites(expected: readonly Site[], said: readonly Site[]): SitePair[] {
  const namesOf = (sites: readonly Site[]) => new Set(sites.map(({ name }) => name));
  const [wanted, given] = [namesOf(expected), namesOf(said)];
  const same = expected.filter(({ name }) => given.has(name));
  return [
    ...same.map(site => ({ expected: site, said: site })),
    ...alignOthers(
      expected.filter(({ name }) => !given.has(name)),
      said.filter(({ name }) => !wanted.has(name)),
    ),
  ];
}

function alignOthers(expected: readonly Site[], said: readonly Site[]): SitePair[] {
  const isFewerSaid = said.length < expected.length;
  const [few, many] = isFewerSaid ? [said, expected] : [expected, said];
  const pair = (one: Site | null, other: Site | null): SitePair =>
    isFewerSaid ? { expected: other, said: one } : { expected: one, said: other };
  const partners = placeInOrder(few, many);
  const taken = new Set(partners);
  return [
    ...few.map((site, i) => pair(site, many[partners[i]!]!)),
    ...many.filter((_, at) => !taken.has(at)).map(site => pair(null, site)),
  ];
}

/** For each of the few an index into the many, ascending, at the least total distance. */
function placeInOrder(few: readonly Site[], many: readonly Site[]): number[] {
  const room = many.length - few.length;
  // cost[i][skip]: the least for the first i of the few when `skip` of the many were passed over.
  const cost: number[][] = [new Array(room + 1).fill(0)];
  const placedAt: number[][] = [[]];
  few.forEach((site, i) => {
    const row: number[] = [];
    const places: number[] = [];
    for (let skip = 0; skip <= room; skip++) {
      const here = cost[i]![skip]! + siteDistance(site, many[i + skip]!);
      const before = row[skip - 1] ?? Number.POSITIVE_INFINITY;
      // On a tie the higher place on the spine wins, whichever list is the shorter.
      row.push(Math.min(before, here));
      places.push(before <= here ? places[skip - 1]! : skip);
    }
    cost.push(row);
    placedAt.push(places);
  });
  const partners: number[] = [];
  let skip = room;
  for (let i = few.length - 1; i >= 0; i--) {
    skip = placedAt[i + 1]![skip]!;
    partners.unshift(i + skip);
  }
  return partners;
}
