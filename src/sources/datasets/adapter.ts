import type { DatasetRecord, RecordProblem } from '../../contracts/imaging/index.ts';
import type { DatasetId } from '../../spine/index.ts';
import type { DatasetFolder } from './files/open-folder.ts';

/** A case, or what belongs to no case. */
export type DatasetItem = { record: DatasetRecord } | { problem: RecordProblem };

/** How one dataset is read: from its owners' own files, as they lie on the user's disk. */
export type DatasetAdapter = {
  id: DatasetId;
  version: string;
  read(folder: DatasetFolder, signal: AbortSignal): AsyncIterable<DatasetItem>;
};
