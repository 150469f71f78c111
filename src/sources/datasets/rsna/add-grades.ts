import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import { addFinding } from '../record/add-finding.ts';
import type { TableRow } from '../tables/read-table.ts';
import { columnOf, conditions, discs } from './conditions.ts';
import type { Point } from './place-points.ts';

/** Each grade at its first point; points that stand for no grade on their own. */
export function addGrades(
  record: DatasetRecord,
  rows: readonly TableRow[],
  placed: Map<string, Point[]>,
): void {
  for (const levels of discs) {
    for (const condition of conditions) {
      const column = columnOf(condition, levels);
      let points = placed.get(column) ?? [];
      placed.delete(column);
      for (const row of rows) {
        const value = row.cell(column);
        if (value === '') continue;
        const { picture = null, place = null } = points[0] ?? {};
        points = points.slice(1);
        const term = { column: condition };
        addFinding(record, { column, value, levels, picture, place, term }, row.place);
      }
      for (const { row, picture, place } of points) {
        const value = row.cell('condition');
        addFinding(record, { column: 'condition', value, levels, picture, place }, row.place);
      }
    }
  }
  for (const { row } of [...placed.values()].flat())
    record.problems.push({ reason: 'unknown-value', place: `${row.place}, condition, level` });
}
