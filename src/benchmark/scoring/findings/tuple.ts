import type { LevelSide } from '../../../spine/levels/index.ts';
import type { Site } from '../levels/sites.ts';
import { type NamedFinding, withBroader } from './vocabulary.ts';

/** Something found, where, and on which side; null where the report does not say. */
export type Tuple = {
  readonly finding: NamedFinding;
  readonly site: Site | null;
  readonly side: LevelSide | null;
};

/**
 * Each once, without those that others of the same report say more exactly: a herniation beside the
 * extrusion it is, no side beside a side, no level beside a level.
 */
export function dropImplied(tuples: readonly Tuple[]): Tuple[] {
  const distinct = [...new Map(tuples.map(tuple => [keyOf(tuple), tuple])).values()];
  const bySite = Map.groupBy(distinct, ({ site }) => site?.name ?? null);
  const placed = new Set(
    distinct.flatMap(({ finding, site }) => (site === null ? [] : withBroader(finding))),
  );
  return distinct.filter(tuple => {
    if (tuple.site === null && placed.has(tuple.finding)) return false;
    return !bySite.get(tuple.site?.name ?? null)!.some(other => saysMore(other, tuple));
  });
}

function saysMore(other: Tuple, tuple: Tuple): boolean {
  if (other === tuple || !withBroader(other.finding).includes(tuple.finding)) return false;
  if (other.finding === tuple.finding) return tuple.side === null;
  return tuple.side === null || tuple.side === other.side;
}

export function keyOf({ finding, site, side }: Tuple): string {
  return `${finding} ${site?.name ?? '-'} ${side ?? '-'}`;
}
