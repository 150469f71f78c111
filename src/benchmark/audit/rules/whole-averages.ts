import { holds, judgeBest } from '../figures/judge.ts';
import { decimalsOf, type Printed } from '../figures/printed.ts';
import { settle, show, showPrinted } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import type { ItemCounts } from '../inference/item-counts.ts';
import { qaFormulas } from '../inference/qa-mean.ts';
import { explainingCounts } from '../inference/whole-counts.ts';
import { type AccuracyRow, accuracyRows } from './accuracy-rows.ts';
import type { Rule } from './rule.ts';

const rule = 'whole count of an average';

/** An average weighted by items is itself a share of whole right answers. It only says more than
 *  its parts do where it fails: a faithful mean of an impossible part is not wrong by itself. */
export const checkWholeAverages: Rule = ({ tables, items }) => {
  if (items?.splits.length !== 1) return [];
  return accuracyRows(tables).flatMap(row =>
    row.average ? judgeAverage(row, row.average, items) : [],
  );
};

function judgeAverage(row: AccuracyRow, printed: Printed, items: ItemCounts): Finding[] {
  const { text, image } = items.splits[0]!;
  const all = text + image;
  const place = { table: row.table, row: row.label, field: row.averageField, rule };
  const right = explainingCounts(printed, all);
  const base = { ...place, printed: printed.value };
  if (right) {
    const share = (100 * right.low) / all;
    const explanation = `${show(right.low)} of ${show(all)} questions is ${show(share)} %.`;
    return [{ ...base, recomputed: settle(share, printed), verdict: 'consistent', explanation }];
  }
  const formula = qaFormulas(items, [])[0]!;
  const followed = judgeBest(printed, formula.estimates(row));
  const nearest = (100 * Math.round((printed.value * all) / 100)) / all;
  const recomputed = settle(nearest, printed);
  const said = `No whole number of right answers out of ${show(all)} gives ${showPrinted(printed)} % (nearest ${show(nearest, decimalsOf(printed))})`;
  if (!followed || !holds(followed.verdict)) {
    // The rule of the averages has said so already.
    return [];
  }
  if (followed.estimate.exact) {
    const explanation = `${said}; it was computed from the rounded accuracies.`;
    return [{ ...base, recomputed, verdict: 'rounding', explanation }];
  }
  const explanation = `${said}, but it follows from the two accuracies, of which one is impossible itself.`;
  return [{ ...base, recomputed: null, verdict: 'not recomputable', explanation }];
}
