import { overlaps } from '../figures/interval.ts';
import { holds, judge } from '../figures/judge.ts';
import { settle, show, showPrinted } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import { type CheckedShare, type FullRow, isFull, shareOf } from '../inference/check-share.ts';
import type { Rule } from './rule.ts';

/** Counts add up, and each percentage is its count's share of one and the same number. */
export const checkShares: Rule = ({ shares }) =>
  shares.flatMap(checked => [
    ...checked.full.map(row => judgeRow(row, checked)),
    ...incompleteRows(checked),
    ...judgeTotalCount(checked),
    ...judgeTotalPercent(checked),
    ...judgeBase(checked),
  ]);

function judgeRow(row: FullRow, { table: { table }, base, misprint }: CheckedShare): Finding {
  const place = { table, row: row.label, rule: 'share' };
  if (misprint?.label === row.label) {
    return {
      ...place,
      field: 'count',
      printed: row.count.value,
      recomputed: misprint.implied,
      verdict: 'inconsistent',
      explanation: `The percentage, ${showPrinted(row.percent)}, and the total both ask for a count of ${show(misprint.implied)}.`,
    };
  }
  const cell = { ...place, field: 'percent', printed: row.percent.value };
  if (!base || base.value <= 0) {
    const explanation = 'There is no number to take the percentage of.';
    return { ...cell, recomputed: null, verdict: 'not recomputable', explanation };
  }
  const share = shareOf(row.count.value, base.value);
  const verdict = judge(row.percent, share);
  const sentence = `${show(row.count.value)} of ${show(base.value)} (${base.name}) is ${show(share.nominal)} %`;
  const ends = {
    consistent: '.',
    rounding: ', printed with its last digits cut off.',
    inconsistent: `, not ${showPrinted(row.percent)} %, while ${base.fits} of ${base.of} rows fit that base.`,
    'not recomputable': '.',
  };
  const recomputed = settle(share.nominal, row.percent);
  return { ...cell, recomputed, verdict, explanation: sentence + ends[verdict] };
}

function incompleteRows({ table }: CheckedShare): Finding[] {
  return table.rows
    .filter(row => !isFull(row))
    .map(row => ({
      table: table.table,
      row: row.label,
      field: row.count ? 'percent' : 'count',
      printed: null,
      recomputed: null,
      rule: 'share',
      verdict: 'not recomputable',
      explanation: 'The count or the percentage is not printed.',
    }));
}

function judgeTotalCount({ table: { table, total }, sum }: CheckedShare): Finding[] {
  if (!total?.count) return [];
  const printed = total.count.value;
  const place = { table, row: total.label, field: 'count', printed, recomputed: sum, rule: 'sum' };
  if (sum === null) {
    const explanation = 'A count among the rows is not printed.';
    return [{ ...place, verdict: 'not recomputable', explanation }];
  }
  const but = sum === printed ? '' : `, but ${show(printed)} is printed`;
  const explanation = `The counts add up to ${show(sum)}${but}.`;
  return [{ ...place, verdict: but ? 'inconsistent' : 'consistent', explanation }];
}

/** What the table is a count of. A total that its own rows do not add up to is another finding. */
const wholeOf = ({ table, sum, base }: CheckedShare) =>
  base && base.value === sum ? sum : (table.total?.count?.value ?? sum);

/** The closing percentage is both the sum of the rows' and the total's own share of the base. */
function judgeTotalPercent(checked: CheckedShare): Finding[] {
  const { table, full, base } = checked;
  const printed = table.total?.percent;
  if (!table.total || !printed) return [];
  const percents = full.map(row => soundPercent(row, checked));
  const sum = percents.reduce((all, percent) => all + percent, 0);
  const place = {
    table: table.table,
    row: table.total.label,
    field: 'percent',
    printed: printed.value,
    recomputed: settle(sum, printed),
    rule: 'sum',
  };
  if (full.length < table.rows.length || full.length === 0) {
    const explanation = 'A percentage among the rows is not printed.';
    return [{ ...place, recomputed: null, verdict: 'not recomputable', explanation }];
  }
  const whole = wholeOf(checked);
  const share = base && whole !== null && base.value > 0 ? shareOf(whole, base.value) : null;
  const said = `The percentages add up to ${show(sum)}`;
  const isShare = !share || holds(judge(printed, share));
  const isSum = Math.abs(sum - printed.value) < printed.unit / 2;
  if (isShare && isSum) {
    return [{ ...place, verdict: 'consistent', explanation: `${said}.` }];
  }
  // Rows cut off instead of rounded lose up to a whole last digit each.
  const open = full.reduce((all, row) => all + row.percent.unit, 0);
  const near = (value: number) => overlaps(printed, { low: value - open, high: value + open });
  if ((isShare || isSum) && near(sum) && (!share || near(share.nominal))) {
    const explanation = `${said}; the rounding of the rows explains the printed ${showPrinted(printed)}.`;
    return [{ ...place, verdict: 'rounding', explanation }];
  }
  const own = share
    ? `, and the total is ${show(share.nominal, 2)} % of the ${show(base!.value)} that the rows are shares of`
    : '';
  const explanation = `${said}${own}, but ${showPrinted(printed)} is printed.`;
  return [{ ...place, verdict: 'inconsistent', explanation }];
}

/** A percentage that is off by itself is another finding and must not spoil the sum. */
function soundPercent(row: FullRow, { base, count }: CheckedShare): number {
  if (!base || base.value <= 0) return row.percent.value;
  const share = shareOf(count(row) ?? 0, base.value);
  return holds(judge(row.percent, share)) ? row.percent.value : share.nominal;
}

function judgeBase(checked: CheckedShare): Finding[] {
  const { table, base } = checked;
  const whole = wholeOf(checked);
  if (!base || whole === null) return [];
  const place = {
    table: table.table,
    row: ALL_ROWS,
    field: 'base of the percentages',
    printed: whole,
    recomputed: base.value,
    rule: 'percent base',
  };
  const fit = `${base.fits} of ${base.of} percentages`;
  if (base.value === whole) {
    const explanation = `${fit} are shares of what this table counts, ${show(whole)}.`;
    return [{ ...place, verdict: 'consistent', explanation }];
  }
  const claimed = table.total?.percent ?? null;
  const claim = claimed && !holds(judge(claimed, shareOf(whole, base.value))) ? claimed : null;
  const called = claim ? `, which is called ${showPrinted(claim)} %` : '';
  const explanation = `${fit} are shares of ${show(base.value)} (${base.name}), not of this table's own total, ${show(whole)}${called}.`;
  return [{ ...place, verdict: claim ? 'inconsistent' : 'consistent', explanation }];
}
