import type { DiseaseId } from '../../../spine/index.ts';

/** A neck has one of them, and CSXA says which. */
const curves: readonly DiseaseId[] = [
  'straight-cervical-vertebrae',
  'cervical-kyphosis',
  'cervical-lordosis',
  'sigmoid-cervical-vertebrae',
];

/** What one picture cannot be said to show at once, as where two files of the same pixels have
 *  labels of their own: nothing is asked of it then, and it stands for nothing in the library. */
export function contradicts(diseases: readonly DiseaseId[]): boolean {
  if (diseases.includes('healthy') && diseases.length > 1) return true;
  return diseases.filter(each => curves.includes(each)).length > 1;
}
