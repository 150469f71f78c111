import type { PartMatcher } from '../labels/match-label.ts';
import type { Table } from '../markdown/tokenise.ts';

export type Columns<Id extends string> = {
  /** Where each known part stands. */
  readonly places: ReadonlyMap<Id, number>;
  /** What each column holds; null for a column whose head says nothing known. */
  readonly columns: readonly (Id | null)[];
  readonly rows: readonly (readonly string[])[];
};

/**
 * A table's columns by their heads, or null if fewer than two are known. An exact head goes before
 * one that only seems to speak of the part, and among equals the first has it. A table that came
 * without a line of dashes must have exact heads.
 */
export function readColumns<Id extends string>(
  table: Table,
  matcher: PartMatcher<Id>,
): Columns<Id> | null {
  const [first, ...rest] = table.rows;
  const header = table.header ?? first;
  if (header === undefined) return null;
  const places = new Map<Id, number>();
  const columns = new Array<Id | null>(header.length).fill(null);
  for (const read of table.header === null ? [matcher.match] : [matcher.match, matcher.guess]) {
    for (const [at, head] of header.entries()) {
      const id = columns[at] === null ? read(head) : null;
      if (id === null || places.has(id)) continue;
      places.set(id, at);
      columns[at] = id;
    }
  }
  return places.size < 2
    ? null
    : { places, columns, rows: table.header === null ? rest : table.rows };
}

/** The cell of a row under the part's head, as written; undefined if the table has no such column. */
export function cellOf<Id extends string>(
  { places }: Columns<Id>,
  row: readonly string[],
  id: Id,
): string | undefined {
  const at = places.get(id);
  return at === undefined ? undefined : row[at];
}
