import type { DatasetRecord } from '../../contracts/imaging/index.ts';
import { datasetRecord } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { readThings, type Store } from '../../store/index.ts';
import { type Collected, chooseRecord } from './choose-record.ts';
import { labelCase } from './labels/label-case.ts';
import { mmDatasets, type Severity } from './labels/labelled-case.ts';
import type { MmCase } from './mm-case.ts';
import type { Reject } from './reject.ts';

export type ReadCases = {
  cases: MmCase[];
  /** Of the four datasets, however often each case was collected. */
  records: number;
  /** Those in whose place another record of the case stands. */
  rejects: Reject[];
};

/** The workspace's cases of the four datasets, in an order that does not depend on when each was
 *  collected. Landmarks and the like are left where they are: there may be tens of thousands. */
export async function readCases(
  store: Store,
  { severity, signal }: { severity: Severity; signal: AbortSignal },
): Promise<ReadCases> {
  const byCase = new Map<string, Collected[]>();
  let records = 0;
  for await (const { seq, class: dataClass, data, origin } of readThings(store, datasetRecord)) {
    signal.throwIfAborted();
    const dataset = datasetOf(data);
    if (!dataset) continue;
    records++;
    const { version, case: name, patient, pictures } = data;
    const record = { dataset, version, case: name, patient, pictures };
    const labelled = labelCase(data, severity);
    const key = `${dataset}/${name}`;
    const one = { class: dataClass, dataset, origin, record, labelled };
    byCase.set(key, [...(byCase.get(key) ?? []), { seq, one }]);
  }
  const cases: MmCase[] = [];
  const rejects: Reject[] = [];
  for (const [place, all] of byCase) {
    const { standing, reasons } = chooseRecord(all);
    cases.push(standing);
    rejects.push(...reasons.map(reason => ({ stage: 'case' as const, place, reason, code: null })));
  }
  return {
    cases: cases.sort(byDatasetAndCase),
    records,
    rejects: rejects.sort((a, b) => (a.place < b.place ? -1 : 1)),
  };
}

/** Whether there is anything to build from. */
export async function checkCollected(store: Store): Promise<void> {
  for await (const { data } of readThings(store, datasetRecord)) if (datasetOf(data)) return;
  throw new SpinemedError({
    code: 'no-datasets',
    mender: 'user',
    message: 'the workspace has no case of BUU, CSXA, RSNA or VinDr-SpineXR',
    hint: 'Collect them first: ./spinemed collect dataset rsna /data/rsna',
  });
}

const datasetOf = ({ dataset }: DatasetRecord) => mmDatasets.find(each => each === dataset);

function byDatasetAndCase(a: MmCase, b: MmCase): number {
  const order = mmDatasets.indexOf(a.dataset) - mmDatasets.indexOf(b.dataset);
  return order || (a.record.case < b.record.case ? -1 : 1);
}
