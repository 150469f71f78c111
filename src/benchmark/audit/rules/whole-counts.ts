import { decimalsOf, type Printed } from '../figures/printed.ts';
import { settle, show, showPrinted } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import type { ItemCounts } from '../inference/item-counts.ts';
import { sizeOf, wholeCounts } from '../inference/whole-counts.ts';
import { accuracyRows } from './accuracy-rows.ts';
import type { Rule } from './rule.ts';

/** Every accuracy is the share of a whole number of right answers. */
export const checkWholeCounts: Rule = ({ tables, items }) =>
  accuracyRows(tables).flatMap(row =>
    (['text', 'image'] as const).map(kind => {
      const place = { table: row.table, row: row.label, field: kind, rule: 'whole count' };
      return judgeAccuracy(place, row[kind], countsOf(items, kind));
    }),
  );

type Place = Pick<Finding, 'table' | 'row' | 'field' | 'rule'>;

/** Numbers of items of a kind that stay credible, the likeliest first. */
const countsOf = (items: ItemCounts | null, kind: 'text' | 'image') => [
  ...new Set(items?.splits.map(split => split[kind])),
];

function judgeAccuracy(place: Place, printed: Printed | null, counts: number[]): Finding {
  const [items] = counts;
  const base = { ...place, printed: printed?.value ?? null };
  if (!printed || items === undefined) {
    const explanation = printed
      ? 'How many items there were is neither printed nor to be told from the rows.'
      : 'The accuracy is not printed.';
    return { ...base, recomputed: null, verdict: 'not recomputable', explanation };
  }
  const possible = counts.filter(count => explains(printed, count));
  if (possible.length === 0) return { ...base, ...impossible(printed, items) };
  if (possible.length < counts.length) {
    const explanation = `Whether a whole number of right answers gives ${showPrinted(printed)} hangs on the number of items, which these rows do not settle.`;
    return { ...base, recomputed: null, verdict: 'not recomputable', explanation };
  }
  const { rounded, cut } = wholeCounts(printed, items);
  const right = sizeOf(rounded) > 0 ? rounded : cut;
  const share = (100 * right.low) / items;
  const recomputed = settle(share, printed);
  if (sizeOf(rounded) > 1) {
    const explanation = `Between ${show(right.low)} and ${show(right.high)} of ${show(items)} items would be printed so.`;
    return { ...base, recomputed, verdict: 'consistent', explanation };
  }
  const sentence = `${show(right.low)} of ${show(items)} items is ${show(share)} %`;
  return sizeOf(rounded) === 1
    ? { ...base, recomputed, verdict: 'consistent', explanation: `${sentence}.` }
    : {
        ...base,
        recomputed,
        verdict: 'rounding',
        explanation: `${sentence}; its last digits were cut off instead of rounded.`,
      };
}

const explains = (printed: Printed, items: number) => {
  const { rounded, cut } = wholeCounts(printed, items);
  return sizeOf(rounded) + sizeOf(cut) > 0;
};

function impossible(
  printed: Printed,
  items: number,
): Pick<Finding, 'recomputed' | 'verdict' | 'explanation'> {
  const decimals = decimalsOf(printed);
  const below = Math.min(items - 1, Math.max(0, Math.floor((printed.value * items) / 100)));
  const shares = [below, below + 1].map(right => ({ right, share: (100 * right) / items }));
  const nearest = shares.reduce((a, b) =>
    Math.abs(b.share - printed.value) < Math.abs(a.share - printed.value) ? b : a,
  );
  const said = shares.map(({ right, share }) => `${show(right)} give ${show(share, decimals)}`);
  return {
    recomputed: settle(nearest.share, printed),
    verdict: 'inconsistent',
    explanation: `No whole number of right answers out of ${show(items)} gives ${showPrinted(printed)} %: ${said.join(', ')}.${runsHint(printed, items)}`,
  };
}

/** A mean over a few runs has a finer grid. */
function runsHint(printed: Printed, items: number): string {
  const runs = [2, 3, 4, 5].find(times => sizeOf(wholeCounts(printed, times * items).rounded) > 0);
  if (runs === undefined) return '';
  const right = wholeCounts(printed, runs * items).rounded.low;
  return ` It would be possible as a mean over ${runs} runs (${show(right)} of ${show(runs * items)}).`;
}
