import { countPairs, type McNemar, mcnemar, type PairedCounts } from '../../../statistics/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { type PartName, partOf, sumParts } from '../part-sums.ts';
import type { ChoiceRow, ReportRow, Rows } from '../rows.ts';
import { type Difference, differenceIn } from './difference.ts';
import type { PairedRows } from './pair-rows.ts';
import { type PowerNeeded, powerOfAnswers, powerOfScores } from './power-needed.ts';

export type ComparedPart = {
  /** Answers or reports on which both came to a figure. */
  readonly n: number;
  readonly difference: Difference;
  readonly adjustedP: number | null;
  /** Null for reports, whose scores are neither right nor wrong. */
  readonly mcnemar: (McNemar & PairedCounts) | null;
  readonly mcnemarAdjustedP: number | null;
  readonly power: PowerNeeded;
  /** Ids of the questions that exactly one of the two had right. */
  readonly flipped: {
    readonly onlyFirst: readonly string[];
    readonly onlySecond: readonly string[];
  };
};

export function comparePart(
  name: PartName,
  paired: PairedRows,
  resampling: Resampling,
): Omit<ComparedPart, 'adjustedP' | 'mcnemarAdjustedP'> | null {
  const [first, second] = [onlyPart(name, paired.first), onlyPart(name, paired.second)];
  const difference = differenceIn(name, sumParts(first), sumParts(second), resampling);
  if (difference === null) return null;
  const { value: gap, standardError, clusters } = difference;
  if (name === 'report') {
    const n = first.reports.length;
    return {
      n,
      difference,
      mcnemar: null,
      power: powerOfScores({ n, gap, standardError, clusters }),
      flipped: { onlyFirst: [], onlySecond: [] },
    };
  }
  const [right, otherRight] = [first, second].map(({ choices }) =>
    choices.map(({ outcome }) => outcome === 'right'),
  ) as [boolean[], boolean[]];
  const counts = countPairs(right, otherRight);
  const idsWhere = (isMeant: (i: number) => boolean) => [
    ...new Set(first.choices.filter((_, i) => isMeant(i)).map(({ item }) => item.id)),
  ];
  const n = first.choices.length;
  return {
    n,
    difference,
    mcnemar: { ...mcnemar(counts), ...counts },
    power: powerOfAnswers({ n, gap, standardError, clusters }, counts),
    flipped: {
      onlyFirst: idsWhere(i => right[i]! && !otherRight[i]),
      onlySecond: idsWhere(i => !right[i] && otherRight[i]!),
    },
  };
}

/** The pairs of one part; what was settled as missing is missing on both sides. */
function onlyPart(name: PartName, { choices, reports }: Rows): Rows {
  const isOfPart = (row: ChoiceRow | ReportRow) => partOf(row) === name;
  return {
    choices: choices.filter(row => isOfPart(row) && row.outcome !== 'missing'),
    reports: reports.filter(row => isOfPart(row) && row.score !== null),
  };
}
