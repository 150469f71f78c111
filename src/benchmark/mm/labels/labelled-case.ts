import type { DatasetId, DiseaseId } from '../../../spine/index.ts';
import type { LumbarDisc } from './lumbar-discs.ts';

/** The four datasets of the benchmark, in the order of its items. */
export const mmDatasets = ['buu', 'csxa', 'rsna', 'vindr'] as const satisfies readonly DatasetId[];
export type MmDataset = (typeof mmDatasets)[number];

/** Which grades of RSNA count as disease. */
export const severities = ['moderate-and-severe', 'severe'] as const;
export type Severity = (typeof severities)[number];

export const leftOutReasons = [
  /** Nobody says anything of it: a blank is not normal. */
  'no-label',
  /** What is said of it is none of the eleven diseases. */
  'no-disease-of-ours',
  /** Nothing is said to be there, and neither is it said to be healthy. */
  'healthy-in-doubt',
  /** Its diseases are graded milder than asked for. */
  'milder-than-asked',
  /** A level of the disease has no grade. */
  'level-not-graded',
  /** Nothing says on which slice it was graded. */
  'no-slice',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** A picture, or one slice of a series. */
export type Shown = { picture: number; slice: number | null };

export type LabelledPicture = Shown & {
  /** Each a question of its own; `healthy` stands alone. Levels as the level reader names them. */
  truths: { disease: DiseaseId; levels: string[] }[];
};

export type LeftOut = { shown: Shown | null; reason: LeftOutReason };

export type LabelledCase = {
  pictures: LabelledPicture[];
  leftOut: LeftOut[];
  /** Every disease that is seen anywhere in the case, however mild: none of them may be a wrong
   *  option, for another picture of the patient may show it too. */
  has: DiseaseId[];
  /** Diseases to be found among the five lumbar discs, with all slices on which they were graded. */
  lesions: { disease: DiseaseId; levels: LumbarDisc[]; shown: Shown[] }[];
  lesionsLeftOut: LeftOutReason[];
};
