import { holds, judge } from '../figures/judge.ts';
import { sameName } from '../reading/names.ts';
import type { DimensionRow, ResultRow, Tables } from '../reading/tables.ts';
import { meanOf } from './mean.ts';

/** Which scored dimensions make up each section score of the results. */
export type SectionMap = Map<string, string[]>;

/** Sections have abbreviations in one table (TR) and names in another: they meet by initials,
 *  the rest by order; or all by order, if the scores follow that way more often. Null where the
 *  tables do not say what a section is made of. */
export function mapSections(tables: Tables): SectionMap | null {
  const keys = [...(tables.results[0]?.sections.keys() ?? [])];
  const names = [...tables.reportSections.keys()];
  if (keys.length === 0 || names.length === 0) return null;
  const maps = [byInitials(keys, names), keys.length === names.length ? names : null]
    .filter(order => order !== null)
    .map(order => toMap(keys, order, tables));
  const scored = maps.map(map => ({ map, follows: countFollowing(tables, map) }));
  scored.sort((a, b) => b.follows - a.follows);
  return scored[0]!.map;
}

export function dimensionRowOf(tables: Tables, row: ResultRow): DimensionRow | null {
  const rows = tables.dimensions?.rows ?? [];
  return (
    rows.find(candidate => candidate.label === row.label) ??
    rows.find(candidate => sameName(candidate.label, row.label)) ??
    null
  );
}

/** For each key the name it stands for, '' where none is left. */
function byInitials(keys: string[], names: string[]): string[] {
  const initials = (name: string) =>
    name
      .split(/[^\p{L}\p{N}]+/u)
      .map(word => word[0] ?? '')
      .join('');
  const taken = keys.map(key => {
    const matching = names.filter(name => sameName(name, key) || sameName(initials(name), key));
    return matching.length === 1 ? matching[0]! : '';
  });
  const freeNames = names.filter(name => !taken.includes(name));
  const freeKeys = taken.filter(name => name === '').length;
  if (freeKeys !== freeNames.length) return taken;
  return taken.map(name => name || freeNames.shift()!);
}

function toMap(keys: string[], names: string[], tables: Tables): SectionMap {
  return new Map(keys.map((key, at) => [key, tables.reportSections.get(names[at]!) ?? []]));
}

function countFollowing(tables: Tables, map: SectionMap): number {
  let follows = 0;
  for (const row of tables.results) {
    const scores = dimensionRowOf(tables, row)?.scores;
    for (const [section, printed] of row.sections) {
      const mean = scores && meanOf(map.get(section) ?? [], scores);
      if (mean && printed && holds(judge(printed, mean))) follows += 1;
    }
  }
  return follows;
}
