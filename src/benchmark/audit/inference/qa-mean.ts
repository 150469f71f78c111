import type { Interval } from '../figures/interval.ts';
import type { Estimate } from '../figures/judge.ts';
import type { Cell } from '../reading/tables.ts';
import type { Formula } from './choose-formula.ts';
import { findFixedWeight } from './fixed-weight.ts';
import type { ItemCounts } from './item-counts.ts';
import { itemWeighted } from './item-weighted.ts';
import { scaledMean } from './mean.ts';

export type QaRow = { text: Cell; image: Cell; average: Cell };

/** Ways from a model's two accuracies to their mean. The first is the benchmark's own: every
 *  item counts alike. */
export function qaFormulas(items: ItemCounts | null, kin: QaRow[]): Formula<QaRow>[] {
  const weight = findFixedWeight(
    kin.flatMap(({ text, image, average }) =>
      text && image && average ? [{ first: text, second: image, mean: average }] : [],
    ),
  );
  return [
    { name: 'the mean weighted by items', estimates: row => byItems(row, items) },
    {
      name: 'the plain mean of text and image',
      estimates: ({ text, image }) =>
        text && image ? [scaledMean([text, image], 1, 'the plain mean of text and image')] : [],
    },
    ...(weight
      ? [
          {
            name: weightName(weight),
            fitted: true as const,
            estimates: (row: QaRow) => byWeight(row, weight),
          },
        ]
      : []),
  ];
}

function byItems({ text, image }: QaRow, items: ItemCounts | null): Estimate[] {
  if (!text || !image || !items) return [];
  return items.splits.map(split =>
    itemWeighted(
      [
        { printed: text, items: split.text },
        { printed: image, items: split.image },
      ],
      `the mean weighted by ${split.text} text and ${split.image} image items`,
    ),
  );
}

const weightName = ({ low, high }: Interval) =>
  `the mean with a weight of ${((low + high) / 2).toFixed(3)} on text`;

function byWeight({ text, image }: QaRow, weight: Interval): Estimate[] {
  if (!text || !image) return [];
  const ends = [weight.low, weight.high].map(w => w * text.value + (1 - w) * image.value);
  const open = Math.max(text.unit, image.unit) / 2;
  const nominal = (ends[0]! + ends[1]!) / 2;
  const range = { low: Math.min(...ends) - open, high: Math.max(...ends) + open };
  return [{ nominal, range, how: weightName(weight) }];
}
