import { mean, standardDeviation } from '../../../statistics/index.ts';
import type { ReportRow } from '../rows.ts';
import { reportScore } from './report-score.ts';

/**
 * How far judgements of one report lie apart: the pooled standard deviation of its score, over reports
 * that were judged more than once. Null where none was. It speaks of the judge's constancy, not of
 * whether the judge is right.
 */
export function judgeSpread(rows: readonly ReportRow[]): number | null {
  const repeated = rows.filter(({ judgements }) => judgements.length > 1);
  const degrees = repeated.reduce((sum, { judgements }) => sum + judgements.length - 1, 0);
  if (degrees === 0) return null;
  const squares = repeated.map(
    ({ judgements }) =>
      standardDeviation(judgements.map(reportScore))! ** 2 * (judgements.length - 1),
  );
  return Math.sqrt((mean(squares)! * squares.length) / degrees);
}
