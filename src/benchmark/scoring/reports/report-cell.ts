import type { ReportCell } from '../../../contracts/benchmark/index.ts';
import { type ClusterSums, sumByCluster } from '../intervals/cluster-sums.ts';
import { type Resampling, resample } from '../intervals/resample.ts';
import type { ReportRow } from '../rows.ts';

/** The mean score of the reports that were scored, with its interval over patients or documents. */
export function reportCell(rows: readonly ReportRow[], resampling: Resampling): ReportCell {
  const { interval } = resample(scoreSums(rows), meanScore, resampling);
  return { ...countReports(rows), interval };
}

export function countReports(rows: readonly ReportRow[]) {
  const scores = rows.flatMap(({ score }) => score ?? []);
  return {
    n: rows.length,
    scored: scores.length,
    score: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
    coverage: rows.length === 0 ? 0 : scores.length / rows.length,
  };
}

export function scoreSums(rows: readonly ReportRow[]): ClusterSums {
  const scored = rows.filter(({ score }) => score !== null);
  return sumByCluster(
    scored,
    ({ item }) => item.group,
    2,
    ({ score }, sums) => {
      sums[0]! += score!;
      sums[1]! += 1;
    },
  );
}

export function meanScore([sum, reports]: Float64Array): number | null {
  return reports === 0 ? null : sum! / reports!;
}
