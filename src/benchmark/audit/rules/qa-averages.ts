import type { Context } from '../context.ts';
import { decimalsOf, type Printed } from '../figures/printed.ts';
import { show, showPrinted } from '../figures/show.ts';
import { overallFollowsParts } from '../inference/overall-mean.ts';
import { qaFormulas } from '../inference/qa-mean.ts';
import { explainingCounts } from '../inference/whole-counts.ts';
import { type AccuracyRow, accuracyRows } from './accuracy-rows.ts';
import { judgeColumn } from './judge-column.ts';
import type { Rule } from './rule.ts';

/** The average over questions follows from the accuracies on text and image items. */
export const checkQaAverages: Rule = context => {
  const rows = accuracyRows(context.tables);
  const formulas = qaFormulas(context.items, rows);
  const tables = [...new Set(rows.map(row => row.table))];
  return tables.flatMap(table => {
    const own = rows.filter(row => row.table === table);
    return judgeColumn({
      table,
      field: own[0]!.averageField,
      rule: 'average over questions',
      rows: own,
      kin: rows,
      label: row => row.label,
      printed: row => row.average,
      formulas,
      span: ({ text, image }) =>
        text && image
          ? { low: Math.min(text.value, image.value), high: Math.max(text.value, image.value) }
          : null,
      excuse: (row, printed) => impossiblePart(row, printed, context),
      hint: (row, printed) => whatWouldFit(row, printed, context),
    });
  });
};

type Side = { kind: 'text' | 'image'; printed: Printed; items: number };

function sidesOf({ text, image }: AccuracyRow, { items }: Context): [Side, Side] | null {
  if (!text || !image || items?.splits.length !== 1) return null;
  const split = items.splits[0]!;
  return [
    { kind: 'text', printed: text, items: split.text },
    { kind: 'image', printed: image, items: split.image },
  ];
}

/** The right answers that the average leaves to one side, given those of the other. */
function impliedShare(all: Printed, known: Side, sought: Side): number | null {
  const right = explainingCounts(all, known.items + sought.items);
  const taken = explainingCounts(known.printed, known.items);
  if (!right || !taken || right.low !== right.high) return null;
  const left = right.low - taken.low;
  return left >= 0 && left <= sought.items ? (100 * left) / sought.items : null;
}

/** An impossible accuracy beside an average that is a whole number of right answers: the
 *  accuracy is wrong, and is found so, and the average likely is not. */
function impossiblePart(row: AccuracyRow, printed: Printed, context: Context): string | null {
  const sides = sidesOf(row, context);
  const wrong = sides?.filter(side => !explainingCounts(side.printed, side.items)) ?? [];
  const [side] = wrong;
  if (!sides || !side || wrong.length > 1) return null;
  const other = sides.find(candidate => candidate !== side)!;
  const share = impliedShare(printed, other, side);
  if (share === null) return null;
  return `But ${side.kind} is impossible itself, and this average would follow if ${side.kind} were ${show(share, decimalsOf(printed))}.`;
}

/** What the parts would have to be for the printed average. */
function whatWouldFit(row: AccuracyRow, printed: Printed, context: Context): string {
  const sides = sidesOf(row, context);
  if (!sides) return '';
  const [text, image] = sides;
  const all = text.items + image.items;
  if (!explainingCounts(printed, all)) {
    return `No whole number of ${show(all)} right answers gives ${showPrinted(printed)} either.`;
  }
  const fits = [
    { kind: 'text', share: impliedShare(printed, image, text) },
    { kind: 'image', share: impliedShare(printed, text, image) },
  ].flatMap(({ kind, share }) =>
    share === null ? [] : [`${kind} were ${show(share, decimalsOf(printed))}`],
  );
  const overall =
    row.result && overallFollowsParts(row.result, context)
      ? 'The overall average of the row follows from text and image and not from this one.'
      : '';
  const parts = fits.length > 0 ? `It would follow if ${fits.join(', or if ')}.` : '';
  return [parts, overall].filter(Boolean).join(' ');
}
