import { holds, judgeBest } from '../figures/judge.ts';
import { decimalsOf, type Printed } from '../figures/printed.ts';
import { showPrinted } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import type { ItemCounts } from '../inference/item-counts.ts';
import { type QaRow, qaFormulas } from '../inference/qa-mean.ts';
import { explainingCounts } from '../inference/whole-counts.ts';
import { sameName } from '../reading/names.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const rule = 'same model in two tables';

type Twin = QaRow & { table: string; label: string; averageField: string };

/** The untrained and the fully trained model of the ablation are rows of the results too, and
 *  have the same figures there. Partly trained ones stand nowhere else. */
export const checkSameModel: Rule = ({ tables, items }) =>
  tables.ablation.flatMap(row => {
    const trained = [...row.training.values()];
    const whole = trained.every(Boolean) || !trained.some(Boolean);
    const twins = tables.results.filter(result => sameName(result.model, row.model));
    const [twin] = twins;
    if (trained.length === 0 || !whole || !twin || twins.length > 1) return [];
    const here = { ...row, table: TABLE.ablation, averageField: 'average' };
    const there = {
      ...twin,
      average: twin.qaAverage,
      table: TABLE.results,
      averageField: 'qa_average',
    };
    return (['text', 'image', 'average'] as const).map(key => compare(key, here, there, items));
  });

type Key = 'text' | 'image' | 'average';

function compare(key: Key, here: Twin, there: Twin, items: ItemCounts | null): Finding {
  const differ = here[key] && there[key] && !same(here[key], there[key]);
  // Blamed is the one that cannot be right by its own row; if both can or neither, the ablation.
  const blameThere = differ && !possible(key, there, items) && possible(key, here, items);
  const [row, other] = blameThere ? [there, here] : [here, there];
  const cell = row[key];
  const twin = other[key];
  const place = {
    table: row.table,
    row: row.label,
    field: key === 'average' ? row.averageField : key,
    printed: cell?.value ?? null,
    recomputed: twin?.value ?? null,
    rule,
  };
  if (!cell || !twin) {
    const explanation = `The figure is not printed ${cell ? `in ${other.table}` : 'here'}.`;
    return { ...place, verdict: 'not recomputable', explanation };
  }
  const said = `${other.table} prints ${showPrinted(twin)} for ${other.label}`;
  if (differ) {
    const explanation = `${said}, not ${showPrinted(cell)}.`;
    return { ...place, verdict: 'inconsistent', explanation };
  }
  return decimalsOf(cell) === decimalsOf(twin)
    ? { ...place, verdict: 'consistent', explanation: `${said}, the same.` }
    : { ...place, verdict: 'rounding', explanation: `${said}, the same to the digits printed.` };
}

/** The same figure may be printed with fewer digits in one of the tables. */
function same(a: Printed, b: Printed): boolean {
  const gap = Math.abs(a.value - b.value);
  return gap < 1e-9 || (decimalsOf(a) !== decimalsOf(b) && gap <= (a.unit + b.unit) / 2 + 1e-9);
}

function possible(key: Key, row: Twin, items: ItemCounts | null): boolean {
  const cell = row[key];
  if (!cell || items?.splits.length !== 1) return true;
  if (key !== 'average') return explainingCounts(cell, items.splits[0]![key]) !== null;
  const best = judgeBest(cell, qaFormulas(items, [])[0]!.estimates(row));
  return best === null || holds(best.verdict);
}
