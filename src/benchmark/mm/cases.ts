import type { DataClass } from '../../contracts/data-class.ts';
import type { DatasetRecord } from '../../contracts/imaging/index.ts';
import { datasetRecord } from '../../contracts/kinds/index.ts';
import { readThings, type Store } from '../../store/index.ts';
import { labelCase } from './labels/label-case.ts';
import {
  type LabelledCase,
  type MmDataset,
  mmDatasets,
  type Severity,
} from './labels/labelled-case.ts';
import type { Reject } from './reject.ts';

export type MmCase = {
  class: DataClass;
  dataset: MmDataset;
  /** Where the dataset lies, seen from the workspace. */
  origin: string | null;
  record: Pick<DatasetRecord, 'dataset' | 'version' | 'case' | 'patient' | 'pictures'>;
  labelled: LabelledCase;
};

export type ReadCases = {
  cases: MmCase[];
  /** Of the four datasets, however often each case was collected. */
  records: number;
  /** Those in whose place a later record of the case stands. */
  rejects: Reject[];
};

/** The workspace's cases of the four datasets, in an order that does not depend on when each was
 *  collected. Landmarks and the like are left where they are: there may be tens of thousands. */
export async function readCases(
  store: Store,
  { severity, signal }: { severity: Severity; signal: AbortSignal },
): Promise<ReadCases> {
  const latest = new Map<string, { seq: number; one: MmCase }>();
  const rejects: Reject[] = [];
  let records = 0;
  for await (const { seq, class: dataClass, data, origin } of readThings(store, datasetRecord)) {
    signal.throwIfAborted();
    const dataset = mmDatasets.find(each => each === data.dataset);
    if (!dataset) continue;
    records++;
    const key = `${dataset}/${data.case}`;
    const before = latest.get(key);
    if (before) rejects.push({ stage: 'case', place: key, reason: 'collected-anew', code: null });
    if (before && before.seq > seq) continue;
    const { version, case: name, patient, pictures } = data;
    const record = { dataset, version, case: name, patient, pictures };
    const labelled = labelCase(data, severity);
    latest.set(key, {
      seq,
      one: { class: dataClass, dataset, origin, record, labelled },
    });
  }
  const cases = [...latest.values()].map(({ one }) => one).sort(byDatasetAndCase);
  return { cases, records, rejects: rejects.sort((a, b) => (a.place < b.place ? -1 : 1)) };
}

function byDatasetAndCase(a: MmCase, b: MmCase): number {
  const order = mmDatasets.indexOf(a.dataset) - mmDatasets.indexOf(b.dataset);
  return order || (a.record.case < b.record.case ? -1 : 1);
}
