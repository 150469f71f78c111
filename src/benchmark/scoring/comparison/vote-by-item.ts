import { worthOf } from '../part-sums.ts';
import type { ChoiceRow, ReportRow } from '../rows.ts';

export type Vote = { readonly id: string; readonly first: boolean; readonly second: boolean };

/**
 * Each item once: which of two models had it right more often; where both had it alike, whether
 * they had it right more often than not. Repeats of one item are no independent items, and a test
 * that takes items for independent must not count them as such. Asked once, this is right or wrong.
 */
export function voteByItem(first: readonly ChoiceRow[], second: readonly ChoiceRow[]): Vote[] {
  const balances = new Map<string, { first: number; second: number }>();
  const step = ({ outcome }: ChoiceRow) => (outcome === 'right' ? 1 : -1);
  first.forEach((row, i) => {
    const balance = balances.get(row.item.id) ?? { first: 0, second: 0 };
    balance.first += step(row);
    balance.second += step(second[i]!);
    balances.set(row.item.id, balance);
  });
  return [...balances].map(([id, { first: one, second: other }]) => ({
    id,
    first: one === other ? one > 0 : one > other,
    second: one === other ? other > 0 : other > one,
  }));
}

/** Patients or documents whose sum differs between the two. */
export function countDiffering(
  first: readonly (ChoiceRow | ReportRow)[],
  second: readonly (ChoiceRow | ReportRow)[],
): number {
  const sums = new Map<string, number>();
  first.forEach((row, i) => {
    const { group } = row.item;
    sums.set(group, (sums.get(group) ?? 0) + worthOf(row)! - worthOf(second[i]!)!);
  });
  return [...sums.values()].filter(sum => Math.abs(sum) > 1e-9).length;
}
