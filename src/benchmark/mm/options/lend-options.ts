import type { MmDataset } from '../labels/labelled-case.ts';
import { contradicts } from '../library/contradicts.ts';
import { numberOf } from '../library/disease-numbers.ts';
import type { PictureLine } from '../library/picture-line.ts';
import { seedOf } from '../seed-of.ts';
import type { Lent } from './choose-options.ts';

/** Draws somebody ill of the same dataset for an item, as often as each question about the ill is
 *  asked; undefined where a dataset has none. */
export function lendOptions(
  pictures: readonly PictureLine[],
  seed: number,
): (dataset: MmDataset, id: string) => Lent | undefined {
  const ill = pictures
    .filter(({ diseases }) => !contradicts(diseases) && !diseases.includes('healthy'))
    .flatMap(({ dataset, diseases, has }) => {
      const all = new Set([...has, ...diseases].map(numberOf));
      return diseases.map(disease => ({ dataset, truth: numberOf(disease), has: all }));
    });
  const byDataset = Map.groupBy(ill, ({ dataset }) => dataset);
  return (dataset, id) => {
    const of = byDataset.get(dataset);
    return of?.[seedOf(seed, id, 'lent') % of.length];
  };
}
