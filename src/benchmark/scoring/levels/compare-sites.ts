import { type Site, siteDistance } from './sites.ts';

/**
 * How far two sets of sites lie apart: the longest way from any site of either set to the nearest of
 * the other (Hausdorff). 0: the same; 1: nothing lies more than one step off. Null where one is empty.
 */
export function setDistance(a: readonly Site[], b: readonly Site[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const reach = (from: readonly Site[], to: readonly Site[]) =>
    Math.max(...from.map(site => Math.min(...to.map(other => siteDistance(site, other)))));
  return Math.max(reach(a, b), reach(b, a));
}

/** Sites shared over sites named by either (Jaccard), 0 to 1; two empty sets agree fully. */
export function siteOverlap(a: readonly Site[], b: readonly Site[]): number {
  const names = (sites: readonly Site[]) => new Set(sites.map(({ name }) => name));
  const [left, right] = [names(a), names(b)];
  const all = left.union(right).size;
  return all === 0 ? 1 : left.intersection(right).size / all;
}
