import type { ChoiceCell } from '../../../contracts/benchmark/index.ts';
import { percentOf, shareInterval } from '../intervals/share-interval.ts';
import type { ChoiceRow } from '../rows.ts';

/**
 * Accuracy is right over answered. An unparseable answer is an answer, and wrong; one that never
 * arrived is none. Rows of one item must stand together.
 */
export function choiceCell(rows: readonly ChoiceRow[]): ChoiceCell {
  let [answered, right, unparseable, modelExtracted, distinct] = [0, 0, 0, 0, 0];
  let last: string | null = null;
  for (const { item, outcome, isModelExtracted } of rows) {
    if (outcome === 'missing') continue;
    answered += 1;
    if (outcome === 'right') right += 1;
    if (outcome === 'unparseable') unparseable += 1;
    if (isModelExtracted) modelExtracted += 1;
    if (item.id !== last) distinct += 1;
    last = item.id;
  }
  return {
    n: rows.length,
    answered,
    right,
    accuracy: percentOf(right, answered),
    interval: shareInterval(right, answered, distinct),
    coverage: rows.length === 0 ? 0 : answered / rows.length,
    unparseable,
    modelExtracted,
  };
}
