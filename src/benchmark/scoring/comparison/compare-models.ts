import { holmAdjust } from '../../../statistics/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { type PartName, partNames, sumParts } from '../part-sums.ts';
import type { Result, ScoredItem } from '../result.ts';
import { arrangeRows } from '../rows.ts';
import { type ComparedPart, comparePart } from './compare-part.ts';
import { type ComparisonNote, notesOfComparison } from './comparison-notes.ts';
import { type Difference, differenceIn } from './difference.ts';
import { pairRows } from './pair-rows.ts';

export type Comparing = {
  readonly items: readonly ScoredItem[];
  readonly first: readonly Result[];
  readonly second: readonly Result[];
  /** How often every item was to be asked of each. */
  readonly repeats?: number | undefined;
};

export type ModelComparison = {
  /** Null where there is nothing that both came to a figure on. */
  readonly parts: Readonly<Record<PartName, ComparedPart | null>>;
  /** The figure to compare by where one has to do: one test, so its p stands as it is. */
  readonly total: Difference | null;
  readonly qaAverage: Difference | null;
  /** Answers left out because one of the two lacks them. */
  readonly unpaired: number;
  readonly notes: readonly ComparisonNote[];
};

/**
 * Two models on the same items: paired, patients or documents drawn whole. The p of the parts are
 * corrected for being several (Holm), those of the bootstrap and of McNemar's test each in their own
 * family. McNemar's takes items for independent, each once however often it was asked: where
 * several come from one patient or document the bootstrap's is the one to quote.
 */
export function compareModels(
  { items, first, second, repeats = 1 }: Comparing,
  resampling: Resampling = {},
): ModelComparison {
  const paired = pairRows(arrangeRows(items, first, repeats), arrangeRows(items, second, repeats));
  const parts = partNames.map(name => comparePart(name, paired, resampling));
  const bootstrapP = adjusted(parts.map(part => part?.difference.p ?? null));
  const mcnemarP = adjusted(parts.map(part => part?.mcnemar?.exactP ?? null));
  const sums = [sumParts(paired.first), sumParts(paired.second)] as const;
  const compared = parts.map(
    (part, i) => part && { ...part, adjustedP: bootstrapP[i]!, mcnemarAdjustedP: mcnemarP[i]! },
  );
  return {
    parts: Object.fromEntries(
      partNames.map((name, i) => [name, compared[i] ?? null]),
    ) as ModelComparison['parts'],
    total: differenceIn('total', ...sums, resampling),
    qaAverage: differenceIn('qaAverage', ...sums, resampling),
    unpaired: paired.unpaired,
    notes: partNames.flatMap((name, i) => {
      const part = compared[i];
      return part ? notesOfComparison(name, part) : [];
    }),
  };
}

function adjusted(pValues: readonly (number | null)[]): (number | null)[] {
  const known = holmAdjust(pValues.filter(p => p !== null));
  let next = 0;
  return pValues.map(p => (p === null ? null : known[next++]!));
}
