import type { MmDataset } from '../labels/labelled-case.ts';
import { seedOf } from '../seed-of.ts';
import type { Lent } from './choose-options.ts';

export type Ill = Lent & { dataset: MmDataset };

/** Draws somebody ill of the same dataset for an item: anybody whose disease the patient does not
 *  have besides, as often as each question about the ill is asked. Undefined where there is none. */
export function lendOptions(
  ill: readonly Ill[],
  seed: number,
): (dataset: MmDataset, id: string, has: ReadonlySet<number>) => Lent | undefined {
  const byDataset = Map.groupBy(ill, ({ dataset }) => dataset);
  return (dataset, id, has) => {
    const of = byDataset.get(dataset) ?? [];
    const drawn = seedOf(seed, id, 'lent');
    for (let step = 0; step < of.length; step++) {
      const one = of[(drawn + step) % of.length]!;
      if (!has.has(one.truth)) return one;
    }
    return undefined;
  };
}
