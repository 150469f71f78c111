import { type DiseaseId, diseases } from '../../../spine/index.ts';
import type { MmItem } from '../items/mm-item.ts';
import { type MmDataset, mmDatasets } from '../labels/labelled-case.ts';
import { type Blind, guessBlindly } from './guess-blindly.ts';
import { printedCounts } from './printed-counts.ts';

export type SummaryRow = {
  dataset: MmDataset;
  kind: MmItem['kind'];
  items: number;
  sub: number;
  byDisease: Partial<Record<DiseaseId, number>>;
  /** What is answered without any picture. */
  blind: Blind;
  /** As printed in the paper, for the dataset as a whole. */
  printed: number | null;
};

/** Items by dataset, kind and disease, those without any left out. */
export function summarise(items: readonly MmItem[]): SummaryRow[] {
  const printed = printedCounts();
  return mmDatasets.flatMap(dataset =>
    (['diagnosis', 'localisation'] as const).flatMap(kind => {
      const of = items.filter(each => each.dataset === dataset && each.kind === kind);
      if (of.length === 0) return [];
      const counts = diseases.flatMap(({ id }) => {
        const count = of.filter(({ disease }) => disease === id).length;
        return count > 0 ? [[id, count] as const] : [];
      });
      return {
        ...{ dataset, kind, items: of.length },
        sub: of.filter(({ split }) => split === 'sub').length,
        byDisease: Object.fromEntries(counts),
        blind: guessBlindly(of),
        printed: printed[dataset] ?? null,
      };
    }),
  );
}
