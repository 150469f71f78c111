import type { DetailedScores } from '../../../contracts/benchmark/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import type { ReportRow } from '../rows.ts';
import { dimensionIntervals } from './dimension-intervals.ts';
import { judgeSpread } from './judge-spread.ts';
import { meanJudgement } from './mean-judgement.ts';
import { countReports, resampleScore } from './report-cell.ts';
import { sectionMeans } from './report-score.ts';

/** P3: the reports. Null without any. */
export function reportPart(
  rows: readonly ReportRow[],
  resampling: Resampling,
): DetailedScores['parts']['report'] {
  if (rows.length === 0) return null;
  const resampled = resampleScore(rows, resampling);
  const dimensions = meanJudgement(rows.flatMap(row => row.dimensions ?? []));
  return {
    ...countReports(rows),
    interval: resampled.interval,
    items: new Set(rows.map(({ item }) => item.id)).size,
    dimensions: dimensions ?? {},
    sections: dimensions === null ? {} : sectionMeans(dimensions),
    dimensionIntervals: dimensionIntervals(rows, resampling),
    resampled,
    judgeSpread: judgeSpread(rows),
  };
}
