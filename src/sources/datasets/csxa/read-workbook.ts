import { readFile } from 'node:fs/promises';
import { readApart } from '../../reading/read-apart.ts';
import type { DatasetItem } from '../adapter.ts';
import { nameOf } from '../files/names.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { type Table, withNames } from '../tables/read-table.ts';

/** The names of the columns stand on the second row, below a title; or on whichever row has them. */
export async function readWorkbook(
  folder: DatasetFolder,
  signal: AbortSignal,
): Promise<{ table: Table | undefined; problems: DatasetItem[] }> {
  const place = folder.files.find(file => /^datasets?\.xlsx$/i.test(nameOf(file)));
  if (place === undefined) return { table: undefined, problems: [] };
  const unreadable: DatasetItem = { problem: { reason: 'unreadable', place } };
  const bytes = await readFile(folder.at(place)).catch(() => undefined);
  const read = bytes && (await readApart('xlsx', bytes, signal));
  if (!read || 'why' in read) return { table: undefined, problems: [unreadable] };
  for (const { rows } of read.value) {
    const header = rows.findIndex(({ cells }) => {
      const names = cells.map(cell => cell.trim().toLowerCase());
      return names.includes('number') && names.includes('curvature');
    });
    if (header >= 0) return { table: withNames(place, rows.slice(header)), problems: [] };
  }
  return { table: undefined, problems: [unreadable] };
}
