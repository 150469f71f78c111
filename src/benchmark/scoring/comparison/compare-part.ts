import { countPairs, type McNemar, mcnemar, type PairedCounts } from '../../../statistics/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { type PartName, partOf, sumParts } from '../part-sums.ts';
import type { ChoiceRow, ReportRow, Rows } from '../rows.ts';
import { type Difference, differenceIn } from './difference.ts';
import type { PairedRows } from './pair-rows.ts';
import { type PowerNeeded, powerOfAnswers, powerOfScores } from './power-needed.ts';
import { countDiffering, voteByItem } from './vote-by-item.ts';

export type ComparedPart = {
  /** Answers or reports on which both came to a figure. */
  readonly n: number;
  /** Distinct items among them: asking again makes no new item to test on. */
  readonly items: number;
  readonly difference: Difference;
  readonly adjustedP: number | null;
  /** Null for reports, whose scores are neither right nor wrong. On items: of one asked repeatedly,
   *  which of the two had it right more often. */
  readonly mcnemar: (McNemar & PairedCounts) | null;
  readonly mcnemarAdjustedP: number | null;
  readonly power: PowerNeeded;
  /** Patients or documents on which the two differ at all: all that an exact test would look at. */
  readonly differing: number;
  /** Ids of the questions that one had right and the other not; asked repeatedly, more often. */
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
    const items = new Set(first.reports.map(({ item }) => item.id)).size;
    return {
      ...{ n, items, difference },
      mcnemar: null,
      power: powerOfScores({ n: items, gap, standardError, clusters }),
      differing: countDiffering(first.reports, second.reports),
      flipped: { onlyFirst: [], onlySecond: [] },
    };
  }
  const n = first.choices.length;
  const votes = voteByItem(first.choices, second.choices);
  const items = votes.length;
  const counts = countPairs(
    votes.map(vote => vote.first),
    votes.map(vote => vote.second),
  );
  const seen = { n: items, gap, standardError, clusters };
  return {
    ...{ n, items, difference },
    mcnemar: { ...mcnemar(counts), ...counts },
    // Asked once, an item is right or wrong; asked again, it is a share of both.
    power: n === items ? powerOfAnswers(seen, counts) : powerOfScores(seen),
    differing: countDiffering(first.choices, second.choices),
    flipped: {
      onlyFirst: votes.filter(vote => vote.first && !vote.second).map(({ id }) => id),
      onlySecond: votes.filter(vote => !vote.first && vote.second).map(({ id }) => id),
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
