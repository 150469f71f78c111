import { worthOf } from '../part-sums.ts';
import type { ChoiceRow, ReportRow } from '../rows.ts';

export type Vote = { readonly id: string; readonly first: boolean; readonly second: boolean };

/**
 * Whether each of two models had an item right more often than wrong. Repeats of one item are no
 * independent items, so a test that takes items for independent gets each once; where either model
 * is tied there is no vote.
 */
export function voteByItem(
  first: readonly ChoiceRow[],
  second: readonly ChoiceRow[],
): { items: number; votes: Vote[] } {
  const balances = new Map<string, { first: number; second: number }>();
  const step = ({ outcome }: ChoiceRow) => (outcome === 'right' ? 1 : -1);
  first.forEach((row, i) => {
    const balance = balances.get(row.item.id) ?? { first: 0, second: 0 };
    balance.first += step(row);
    balance.second += step(second[i]!);
    balances.set(row.item.id, balance);
  });
  const votes = [...balances].flatMap(([id, balance]) =>
    balance.first === 0 || balance.second === 0
      ? []
      : [{ id, first: balance.first > 0, second: balance.second > 0 }],
  );
  return { items: balances.size, votes };
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
