import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import type { DiseaseId } from '../../../spine/index.ts';
import { diseaseOfFinding } from './disease-of-finding.ts';
import { type Graded, isWhollyGraded } from './graded.ts';
import type { LabelledCase, LabelledPicture, LeftOut, Severity } from './labelled-case.ts';
import { findLesions } from './lesions-at-discs.ts';
import { lumbarDiscs } from './lumbar-discs.ts';

/** RSNA LumbarDISC: a slice shows what was graded on it, and with it all the rest of the case may
 *  be seen. Healthy is who has every one of the 25 conditions normal or mild. */
export function labelRsna(record: DatasetRecord, severity: Severity): LabelledCase {
  const graded = gradesOf(record, severity);
  const isKnown = (disease: DiseaseId) => isWhollyGraded(graded, disease);
  const isHealthy =
    conditions.every(isKnown) && graded.every(({ grade }) => grade === 'normal-or-mild');
  const pictures: LabelledPicture[] = [];
  const leftOut: LeftOut[] = [];
  const bySlice = Map.groupBy(graded, ({ shown }) => shown && `${shown.picture} ${shown.slice}`);
  for (const [key, onSlice] of bySlice) {
    const { shown } = onSlice[0]!;
    if (key === null || shown === null) {
      leftOut.push(...onSlice.map(() => ({ shown: null, reason: 'no-slice' as const })));
      continue;
    }
    const counted = onSlice.filter(({ grade }) => grade === 'counts');
    const truths = [...Map.groupBy(counted, ({ disease }) => disease)].map(([disease, of]) => ({
      disease,
      levels: byHeight(of.map(({ level }) => level)),
    }));
    if (truths.length > 0) pictures.push({ ...shown, truths });
    else if (isHealthy) pictures.push({ ...shown, truths: [{ disease: 'healthy', levels: [] }] });
    else {
      const isMilder = onSlice.some(({ grade }) => grade === 'milder');
      leftOut.push({ shown, reason: isMilder ? 'milder-than-asked' : 'healthy-in-doubt' });
    }
  }
  for (const picture of record.pictures.keys())
    if (!graded.some(({ shown }) => shown?.picture === picture))
      leftOut.push({ shown: { picture, slice: null }, reason: 'no-label' });
  pictures.sort((a, b) => a.picture - b.picture || a.slice! - b.slice!);
  // What was not graded may be there.
  const has = conditions.filter(disease => {
    const seen = graded.some(each => each.disease === disease && each.grade !== 'normal-or-mild');
    return seen || !isKnown(disease);
  });
  const isAxial = (picture: number) => record.pictures[picture]!.view?.startsWith('axial') ?? false;
  return { pictures, leftOut, has, ...findLesions(graded, isAxial) };
}

const conditions = [
  'spinal-canal-stenosis',
  'foraminal-stenosis',
  'subarticular-stenosis',
] as const satisfies readonly DiseaseId[];

function gradesOf(record: DatasetRecord, severity: Severity): Graded[] {
  return record.findings.flatMap((each): Graded[] => {
    const { finding, state, levels, side, place, picture } = each;
    const disease = diseaseOfFinding(finding);
    // A point whose grade is blank says where somebody looked, and nothing else.
    if (disease === undefined || each.source.column === 'condition') return [];
    const slice = place?.slice ?? null;
    const shown = picture === null || slice === null ? null : { picture, slice };
    const counts = each.grade === 'severe' || severity === 'moderate-and-severe';
    const grade = state !== 'present' ? 'normal-or-mild' : counts ? 'counts' : 'milder';
    const heightMm = place?.pointMm?.[2] ?? null;
    return [{ disease, level: levels.join('/'), side, grade, shown, heightMm }];
  });
}

function byHeight(levels: readonly string[]): string[] {
  return lumbarDiscs.filter(level => levels.includes(level));
}
