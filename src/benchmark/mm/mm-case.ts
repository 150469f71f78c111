import type { DataClass } from '../../contracts/data-class.ts';
import type { DatasetRecord } from '../../contracts/imaging/index.ts';
import type { LabelledCase, MmDataset } from './labels/labelled-case.ts';

export type MmCase = {
  class: DataClass;
  dataset: MmDataset;
  /** Where the dataset lies, seen from the workspace. */
  origin: string | null;
  record: Pick<DatasetRecord, 'dataset' | 'version' | 'case' | 'patient' | 'pictures'>;
  labelled: LabelledCase;
};
