import type { ReportCell, Resampled } from '../../../contracts/benchmark/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { resampleMean } from '../intervals/resample-mean.ts';
import type { ReportRow } from '../rows.ts';

/** The mean score of the reports that were scored, with its interval over patients or documents. */
export function reportCell(rows: readonly ReportRow[], resampling: Resampling): ReportCell {
  return { ...countReports(rows), interval: resampleScore(rows, resampling).interval };
}

export function countReports(rows: readonly ReportRow[]): Omit<ReportCell, 'interval'> {
  const scores = rows.flatMap(({ score }) => score ?? []);
  return {
    n: rows.length,
    scored: scores.length,
    score: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
    coverage: rows.length === 0 ? 0 : scores.length / rows.length,
  };
}

export function resampleScore(rows: readonly ReportRow[], resampling: Resampling): Resampled {
  const scored = rows.filter(({ score }) => score !== null);
  return resampleMean(scored, ({ score }) => score!, resampling);
}
