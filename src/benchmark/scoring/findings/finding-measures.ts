import type { FindingMeasures } from '../../../contracts/benchmark/index.ts';
import { overlapRates, type Rates } from '../choices/overlap-rates.ts';
import { sumByCluster, totalOf } from '../intervals/cluster-sums.ts';
import { forCells, type Resampling, resample } from '../intervals/resample.ts';
import type { ComparedReport } from './compare-reports.ts';
import type { Matching } from './match-tuples.ts';

/**
 * Precision, recall and F1 of one way of matching, over all findings of all reports (micro) and as the
 * mean of each report's own; the interval is that of the micro F1. All null without reports.
 */
export function findingMeasures(
  reports: readonly ComparedReport[],
  matching: Matching,
  resampling: Resampling,
): FindingMeasures {
  const sums = sumByCluster(reports, ({ item }) => item.group, [
    ({ matches }) => matches[matching].matched,
    ({ matches }) => matches[matching].said,
    ({ matches }) => matches[matching].expected,
  ]);
  const [matched, said, expected] = totalOf(sums) as [number, number, number];
  const isEmpty = reports.length === 0;
  const ofEach = reports.map(({ matches }) => ratesOf(matches[matching]));
  return {
    ...(isEmpty ? noRates : inPercent(overlapRates(matched, said, expected))),
    ...{ matched, said, expected },
    resampled: resample(
      sums,
      sumOf => 100 * overlapRates(sumOf(0), sumOf(1), sumOf(2)).f1,
      forCells(resampling),
    ),
    perReport: isEmpty ? noRates : inPercent(meanRates(ofEach)),
  };
}

const noRates = { precision: null, recall: null, f1: null };

function ratesOf({ matched, said, expected }: ComparedReport['matches'][Matching]): Rates {
  return overlapRates(matched, said, expected);
}

function meanRates(all: readonly Rates[]): Rates {
  const meanOf = (rate: keyof Rates) => all.reduce((sum, one) => sum + one[rate], 0) / all.length;
  return { precision: meanOf('precision'), recall: meanOf('recall'), f1: meanOf('f1') };
}

function inPercent({ precision, recall, f1 }: Rates): Rates {
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
}
