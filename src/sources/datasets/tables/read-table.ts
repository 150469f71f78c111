import type { Row } from '../../reading/protocol.ts';
import type { DatasetItem } from '../adapter.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { pickTable } from '../files/pick-table.ts';
import { readRows } from './read-rows.ts';

export type Table = {
  place: string;
  /** The names of the columns, as they stand. */
  names: readonly string[];
  rows: readonly TableRow[];
};

export type TableRow = {
  /** `train.csv, row 12`. */
  place: string;
  /** Trimmed; empty where the row or the table has no such column. */
  cell(name: string): string;
};

export type FoundTable = { table: Table | undefined; problems: DatasetItem[] };

/** A table whose first row names its columns. Capitals and spaces around a name do not count. */
export async function readTable(
  folder: DatasetFolder,
  name: string,
  signal: AbortSignal,
): Promise<FoundTable> {
  const { place, extra } = pickTable(folder, name);
  if (place === undefined) return { table: undefined, problems: extra };
  const { rows, brokenAfter } = await readRows(folder.at(place), signal);
  const broken: DatasetItem[] =
    brokenAfter === null
      ? []
      : [{ problem: { reason: 'unreadable', place: `${place}, after row ${brokenAfter}` } }];
  return { table: withNames(place, rows), problems: [...extra, ...broken] };
}

/** The first row names the columns of the others. */
export function withNames(place: string, [header, ...rows]: readonly Row[]): Table {
  const names = (header?.cells ?? []).map(name => name.trim());
  const columns = new Map(names.map((name, at) => [name.toLowerCase(), at]));
  return {
    place,
    names,
    rows: rows.map(({ number, cells }) => ({
      place: `${place}, row ${number}`,
      cell: name => cells[columns.get(name.toLowerCase()) ?? -1]?.trim() ?? '',
    })),
  };
}

/** What is told where a table is not there though pictures are that it should speak of. */
export function tellMissing(name: string, hasPictures: boolean): DatasetItem[] {
  return hasPictures ? [{ problem: { reason: 'table-missing', place: name } }] : [];
}
