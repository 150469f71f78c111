import type { RecordedFinding } from '../../../contracts/imaging/index.ts';
import type { DiseaseId } from '../../../spine/index.ts';
import type { Shown } from './labelled-case.ts';
import { lumbarDiscs } from './lumbar-discs.ts';

export type Graded = {
  disease: DiseaseId;
  level: string;
  side: RecordedFinding['side'];
  /** Counted as the disease; seen, but too mild to count; the label that also covers normal. */
  grade: 'counts' | 'milder' | 'normal-or-mild';
  shown: Shown | null;
  /** How high in the patient it was graded, where that is known. */
  heightMm: number | null;
};

/** The canal is one; foramina and recesses are left and right. */
export const sidesOf = (disease: DiseaseId) => (disease === 'spinal-canal-stenosis' ? 1 : 2);

export function isWhollyGraded(graded: readonly Graded[], disease: DiseaseId): boolean {
  const of = graded.filter(each => each.disease === disease);
  const places = new Set(of.map(({ level, side }) => `${level} ${side}`));
  return places.size === lumbarDiscs.length * sidesOf(disease);
}
