import { alignSites, type SitePair } from '../levels/align-sites.ts';
import { compareSites, type Site } from '../levels/sites.ts';
import type { Tuple } from './tuple.ts';
import { withBroader } from './vocabulary.ts';

/**
 * Where each family of findings (all that are kinds of one) was expected and where it was said, level
 * by level. Findings without a level have no place here.
 */
export function comparePlaces(expected: readonly Tuple[], said: readonly Tuple[]): SitePair[] {
  const [wanted, given] = [sitesByFamily(expected), sitesByFamily(said)];
  const families = new Set([...wanted.keys(), ...given.keys()]);
  return [...families].flatMap(family =>
    alignSites(inOrder(wanted.get(family)), inOrder(given.get(family))),
  );
}

function sitesByFamily(tuples: readonly Tuple[]): Map<string, Map<string, Site>> {
  const families = new Map<string, Map<string, Site>>();
  for (const { finding, site } of tuples) {
    if (site === null) continue;
    const family = withBroader(finding).at(-1)!;
    const sites = families.get(family) ?? new Map<string, Site>();
    families.set(family, sites.set(site.name, site));
  }
  return families;
}

function inOrder(sites: ReadonlyMap<string, Site> | undefined): Site[] {
  return [...(sites?.values() ?? [])].sort(compareSites);
}
