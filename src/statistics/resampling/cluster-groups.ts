import { requireSameLength } from '../preconditions.ts';

export type ClusterId = string | number;

/**
 * The row indices of each cluster (patient, document), in order of first appearance. Without clusters
 * every row is its own.
 */
export function clusterGroups(
  rows: number,
  clusters: readonly ClusterId[] | undefined,
): number[][] {
  if (clusters === undefined) return Array.from({ length: rows }, (_, i) => [i]);
  requireSameLength({ length: rows }, clusters, 'rows and clusters');
  const groups = new Map<ClusterId, number[]>();
  clusters.forEach((cluster, i) => {
    const group = groups.get(cluster);
    if (group) group.push(i);
    else groups.set(cluster, [i]);
  });
  return [...groups.values()];
}
