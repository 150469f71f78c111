import type { DatasetRecord, Place } from '../../../contracts/imaging/index.ts';
import { stemOf } from '../files/names.ts';
import { isOnSlice, placeOnSlice } from '../headers/place-on-slice.ts';
import type { Series } from '../headers/series-of-slices.ts';
import type { TableRow } from '../tables/read-table.ts';
import { columnOfPoint } from './conditions.ts';
import { idOf } from './id-of.ts';

/** By their owners' number, with the picture that each is in the record. */
export type StudySeries = ReadonlyMap<string, { at: number; of: Series }>;

export type Point = { row: TableRow; picture: number | null; place: Place | null };

/** By the column that its grade stands in. */
export function placePoints(
  record: DatasetRecord,
  rows: readonly TableRow[],
  series: StudySeries,
): Map<string, Point[]> {
  const points = rows.map(row => ({ row, ...placePoint(record, row, series) }));
  return Map.groupBy(points, ({ row }) => columnOfPoint(row.cell('condition'), row.cell('level')));
}

function placePoint(record: DatasetRecord, row: TableRow, series: StudySeries): Omit<Point, 'row'> {
  const found = series.get(idOf(row.cell('series_id')));
  const instance = idOf(row.cell('instance_number'));
  const slice = found?.of.slices.findIndex(({ place }) => stemOf(place) === instance) ?? -1;
  if (!found || slice < 0) {
    record.problems.push({ reason: 'picture-missing', place: row.place });
    return { picture: found?.at ?? null, place: null };
  }
  const [x, y] = ['x', 'y'].map(name => (row.cell(name) ? Number(row.cell(name)) : Number.NaN));
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    record.problems.push({ reason: 'unreadable', place: `${row.place}, x, y` });
    return { picture: found.at, place: null };
  }
  const { header } = found.of.slices[slice]!;
  if (!isOnSlice(header, x!, y!))
    record.problems.push({ reason: 'outside-the-picture', place: row.place });
  return { picture: found.at, place: placeOnSlice(header, [x!, y!], slice) };
}
