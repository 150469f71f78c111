import { worthOf } from '../part-sums.ts';
import type { ChoiceRow, ReportRow, Rows } from '../rows.ts';

export type PairedRows = {
  readonly first: Rows;
  readonly second: Rows;
  /** Items and repeats that only one of the two, or neither, came to a figure on. */
  readonly unpaired: number;
};

/**
 * Two models are compared where both came to a figure: what one lacks is taken from the other as well.
 * The rows stay, so that parts keep the weights of the benchmark.
 */
export function pairRows(first: Rows, second: Rows): PairedRows {
  let unpaired = 0;
  const isPaired = (one: ChoiceRow | ReportRow, other: ChoiceRow | ReportRow) => {
    const both = worthOf(one) !== null && worthOf(other) !== null;
    if (!both) unpaired += 1;
    return both;
  };
  const choices = first.choices.map((row, i) => isPaired(row, second.choices[i]!));
  const reports = first.reports.map((row, i) => isPaired(row, second.reports[i]!));
  const settle = (rows: Rows): Rows => ({
    choices: rows.choices.map((row, i) => (choices[i] ? row : { ...row, outcome: 'missing' })),
    reports: rows.reports.map((row, i) =>
      reports[i] ? row : { ...row, dimensions: null, score: null },
    ),
  });
  return { first: settle(first), second: settle(second), unpaired };
}
