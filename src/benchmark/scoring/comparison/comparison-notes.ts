import { FEW_CLUSTERS, partNames as namesOf } from '../notes.ts';
import type { PartName } from '../part-sums.ts';
import type { ComparedPart } from './compare-part.ts';

export type ComparisonNote = {
  readonly code: 'few-clusters' | 'p-below-exact';
  readonly part: PartName;
  readonly en: string;
  readonly zh: string;
};

/** What a reader has to know before quoting a p of one part. */
export function notesOfComparison(part: PartName, compared: ComparedPart): ComparisonNote[] {
  const { en, zh } = namesOf[part];
  const { difference, differing } = compared;
  const { clusters, p } = difference;
  const notes: ComparisonNote[] = [];
  if (clusters < FEW_CLUSTERS) {
    notes.push({
      ...{ code: 'few-clusters', part },
      en: `The ${en} come from ${clusters} patients or documents only: the interval and p of the bootstrap are too small.`,
      zh: `${zh}仅来自 ${clusters} 位患者或文献：自助法的区间与 p 值偏小。`,
    });
  }
  const least = leastExactP(differing);
  if (p !== null && p < least) {
    const told = least.toPrecision(2);
    notes.push({
      ...{ code: 'p-below-exact', part },
      en: `The two differ on ${differing} patients or documents with ${en}; no exact test of so few comes below p = ${told}: do not quote the bootstrap's smaller one.`,
      zh: `两者仅在 ${differing} 位患者或文献的${zh}上不同；如此少的数据，精确检验的 p 不会小于 ${told}：请勿引用自助法给出的更小的 p 值。`,
    });
  }
  return notes;
}

/** Two-sided, all differences going one way. */
function leastExactP(differing: number): number {
  return Math.min(1, 2 ** (1 - differing));
}
