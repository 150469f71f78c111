import { type DatasetId, datasets } from '../datasets.ts';
import { buuLesions } from './buu.ts';
import { csxaLesions } from './csxa.ts';
import type { LesionTerm } from './lesion-term.ts';
import { rsnaLesions } from './rsna.ts';
import { sparkLesions } from './spark.ts';
import { spiderLesions } from './spider.ts';
import { verseLesions } from './verse.ts';
import { vindrLesions } from './vindr.ts';

export type { LesionState, LesionTerm, Match } from './lesion-term.ts';
export { type LesionRelation, relateLesions } from './relate-lesions.ts';

export const lesionVocabularies: Readonly<Record<DatasetId, readonly LesionTerm[]>> = {
  verse: verseLesions,
  spider: spiderLesions,
  spark: sparkLesions,
  rsna: rsnaLesions,
  buu: buuLesions,
  csxa: csxaLesions,
  vindr: vindrLesions,
};

export const lesionTerms: readonly LesionTerm[] = datasets.flatMap(
  ({ id }) => lesionVocabularies[id],
);

/** The term for a label as it stands in the data. Exact: another spelling is another label. */
export function findLesionTerm(
  dataset: DatasetId,
  column: string,
  value: string,
): LesionTerm | null {
  const terms = lesionVocabularies[dataset].filter(term => term.column === column);
  return (
    terms.find(term => term.value === value) ??
    terms.find(term => term.value === '*' && /^-?\d+$/.test(value)) ??
    null
  );
}
