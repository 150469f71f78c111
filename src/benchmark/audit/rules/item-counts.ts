import { listWords, show } from '../figures/show.ts';
import { ALL_ROWS } from '../finding.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

/** Below this belief the likeliest split is only one of several. */
const CLEAR_LEAD = 0.9;

/** How many items with and without pictures there were, from the percentages alone, against
 *  the number of questions that is printed. */
export const checkItemCounts: Rule = ({ tables, items, questions }) => {
  if (tables.results.length + tables.ablation.length === 0) return [];
  const table = tables.results.length > 0 ? TABLE.results : TABLE.ablation;
  const place = { table, row: ALL_ROWS, field: 'text and image items', rule: 'item counts' };
  const printed = questions.agreed;
  if (!items) {
    const explanation =
      'The numbers of text and image items are not printed, and these rows are too few or too contradictory to tell them.';
    return [{ ...place, printed, recomputed: null, verdict: 'not recomputable', explanation }];
  }
  const [best, ...others] = items.splits;
  const { text, image } = best!;
  const recomputed = `${text} + ${image}`;
  const evidence = `${items.explained} of ${items.accuracies} accuracies are whole numbers of right answers out of ${show(text)} text and ${show(image)} image items`;
  const rivals = others.slice(0, 3).map(split => `${split.text} + ${split.image}`);
  const doubt =
    rivals.length > 0
      ? ` ${listWords(rivals)}${others.length > 3 ? ' and more' : ''} cannot be ruled out.`
      : '';
  const base = { ...place, printed, recomputed };
  if (best!.belief < CLEAR_LEAD) {
    return [
      {
        ...base,
        recomputed: null,
        verdict: 'not recomputable',
        explanation: `${evidence}.${doubt}`,
      },
    ];
  }
  if (printed === null) {
    const explanation = `${evidence}; no table prints how many there are.${doubt}`;
    return [{ ...base, verdict: 'consistent', explanation }];
  }
  if (items.splits.some(split => split.text + split.image === printed)) {
    const explanation = `${evidence}, together the ${show(printed)} questions that are printed.${doubt}`;
    return [{ ...base, verdict: 'consistent', explanation }];
  }
  const explanation = `${evidence}, together ${show(text + image)}, but ${show(printed)} questions are printed.${doubt}`;
  return [{ ...base, verdict: 'inconsistent', explanation }];
};
