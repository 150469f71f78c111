import type { MultiSelectCell } from '../../../contracts/benchmark/index.ts';
import type { ChoiceRow } from '../rows.ts';
import { choiceCell } from './choice-cell.ts';
import { overlapRates } from './overlap-rates.ts';

/**
 * Several options to choose: accuracy is exact match, as the second benchmark rules; precision, recall
 * and F1 are means of each answer's own, which pay for what is half right.
 */
export function multiSelectCell(rows: readonly ChoiceRow[]): MultiSelectCell | null {
  if (rows.length === 0) return null;
  const answered = rows.filter(({ outcome }) => outcome !== 'missing');
  let [precision, recall, f1] = [0, 0, 0];
  for (const { item, said } of answered) {
    const wanted = new Set(item.answer);
    const matched = said.filter(letter => wanted.has(letter)).length;
    const rates = overlapRates(matched, said.length, wanted.size);
    precision += rates.precision;
    recall += rates.recall;
    f1 += rates.f1;
  }
  const meanOf = (sum: number) => (answered.length === 0 ? null : (100 * sum) / answered.length);
  return {
    ...choiceCell(rows),
    precision: meanOf(precision),
    recall: meanOf(recall),
    f1: meanOf(f1),
  };
}
