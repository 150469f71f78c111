import type { DatasetPicture, DatasetRecord } from '../../../contracts/imaging/index.ts';
import type { DatasetId } from '../../../spine/index.ts';

/** A record of which nothing is known yet but whose it is. */
export function newRecord(
  dataset: DatasetId,
  version: string,
  name: string,
  patient = name,
): DatasetRecord {
  return {
    dataset,
    version,
    case: name,
    patient,
    sex: null,
    ageYears: null,
    split: null,
    pictures: [],
    levels: [],
    landmarks: [],
    findings: [],
    problems: [],
  };
}

/** A picture of which nothing is known yet but where it lies. */
export function newPicture(
  known: Pick<DatasetPicture, 'path' | 'kind' | 'modality'> & Partial<DatasetPicture>,
): DatasetPicture {
  return {
    files: null,
    sha256: null,
    view: null,
    grid: null,
    sizePixels: null,
    mask: null,
    ...known,
  };
}
