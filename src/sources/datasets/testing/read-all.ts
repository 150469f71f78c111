import {
  type DatasetRecord,
  datasetRecordSchema,
  type RecordProblem,
} from '../../../contracts/imaging/index.ts';
import type { LayoutName } from '../../../imaging/phantom/layouts/index.ts';
import type { DatasetId } from '../../../spine/index.ts';
import { adapters } from '../adapters.ts';
import { openFolder } from '../files/open-folder.ts';

export type ReadAll = { records: Map<string, DatasetRecord>; problems: RecordProblem[] };

export function datasetOf(layout: LayoutName): DatasetId {
  return layout === 'verse-challenge' ? 'verse' : layout;
}

/** All that an adapter gives: records by case, and what belongs to none. */
export async function readAll(layout: LayoutName, root: string): Promise<ReadAll> {
  const { signal } = new AbortController();
  const read: ReadAll = { records: new Map(), problems: [] };
  const folder = await openFolder(root, signal);
  for await (const item of adapters[datasetOf(layout)].read(folder, signal)) {
    if ('problem' in item) read.problems.push(item.problem);
    else {
      const record = datasetRecordSchema.parse(item.record);
      if (read.records.has(record.case)) throw new Error(`two records of one case`);
      read.records.set(record.case, record);
    }
  }
  return read;
}
