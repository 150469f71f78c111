import type { Context } from '../context.ts';
import { holds } from '../figures/judge.ts';
import { listWords, show } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import type { CheckedGrid } from '../inference/check-grid.ts';
import { type Claim, judgeClaim, readClaim } from '../inference/claimed-number.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const rule = 'claimed scale';

/** Units in which the tables of sources and tasks count: other datasets count patients. */
const itemUnit = /instruction|item|pair|question|sample|entr|instance|指令|条/iu;
const sizeInName = /[-_ ](\d+(?:\.\d+)?[kmb])\b/iu;

/** What a dataset is said to hold is what the tables count. */
export const checkScales: Rule = context =>
  context.tables.datasets.flatMap(({ label, name, scale }) => {
    const place = { table: TABLE.datasets, row: label, rule };
    const claim = scale ? readClaim(scale) : null;
    if (!scale || !claim || !itemUnit.test(scale)) {
      const explanation = claim
        ? 'It is counted in a unit that no other table counts in.'
        : 'No number is printed.';
      const base = { ...place, field: 'scale', printed: scale, recomputed: null };
      return [{ ...base, verdict: 'not recomputable' as const, explanation }];
    }
    const inName = sizeInName.exec(name)?.[1];
    const named = inName === undefined ? null : readClaim(inName);
    return [
      judge({ ...place, field: 'scale', printed: scale }, claim, context),
      ...(named ? [judge({ ...place, field: 'name', printed: inName! }, named, context)] : []),
    ];
  });

function judge(
  place: Pick<Finding, 'table' | 'row' | 'field' | 'printed' | 'rule'>,
  claim: Claim,
  { sources, tasks }: Context,
): Finding {
  const counts = [sources, tasks].flatMap(grid => (grid ? [countAll(grid)] : []));
  const judged = counts
    .map(count => ({ ...count, verdict: judgeClaim(claim, count.items) }))
    .sort((a, b) => Number(holds(b.verdict)) - Number(holds(a.verdict)));
  const [best] = judged;
  if (!best) {
    const explanation = 'No table counts the items.';
    return { ...place, recomputed: null, verdict: 'not recomputable', explanation };
  }
  const bearing = judged.filter(({ verdict }) => holds(verdict));
  const others = judged.filter(({ verdict }) => !holds(verdict));
  const words = (list: typeof judged) =>
    listWords(list.map(({ table, items }) => `${show(items)} in ${table}`));
  const dropped = best.verdict === 'rounding' ? ', with its last digits dropped' : '';
  const sentences = [
    bearing.length > 0 ? `It stands for ${words(bearing)}${dropped}.` : '',
    others.length > 0 ? `The count of ${words(others)} does not bear it out.` : '',
  ];
  return {
    ...place,
    recomputed: best.items,
    verdict: best.verdict,
    explanation: sentences.filter(Boolean).join(' '),
  };
}

function countAll({ grid, parts, count }: CheckedGrid): { table: string; items: number } {
  const items = parts.rows
    .flatMap(row => parts.columns.map(column => count(row, column) ?? 0))
    .reduce((sum, cell) => sum + cell, 0);
  return { table: grid.table, items };
}
