import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import { labelRsna } from './label-rsna.ts';
import { labelXrays } from './label-xrays.ts';
import type { LabelledCase, Severity } from './labelled-case.ts';

/** What the pictures of a case are said to show, and of which of them nothing can be asked. */
export function labelCase(record: DatasetRecord, severity: Severity): LabelledCase {
  return record.dataset === 'rsna' ? labelRsna(record, severity) : labelXrays(record);
}
