import { requireFinite } from '../preconditions.ts';

/** Mean squares of a subjects-by-raters table with one score in each cell. */
export interface MeanSquares {
  /** Between subjects. */
  readonly between: number;
  /** Between judges (raters). */
  readonly judges: number;
  /** What is left over: error together with interaction. */
  readonly error: number;
}

/** Needs at least two subjects and two raters; all zero below that. */
export function twoWayMeanSquares(scores: readonly (readonly number[])[]): MeanSquares {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  scores.forEach((row, i) => {
    if (row.length !== k) throw new RangeError(`scores[${i}] has ${row.length} raters, not ${k}`);
    requireFinite(row, `scores[${i}]`);
  });
  if (n < 2 || k < 2) return { between: 0, judges: 0, error: 0 };

  const centre = average(scores.flat());
  const subjectMeans = scores.map(row => average(row));
  const raterMeans = Array.from({ length: k }, (_, j) => average(scores.map(row => row[j]!)));
  const ofSubjects = sumOfSquares(subjectMeans.map(mean => mean - centre));
  const ofRaters = sumOfSquares(raterMeans.map(mean => mean - centre));
  const leftOver = scores.flatMap((row, i) =>
    row.map((score, j) => score - subjectMeans[i]! - raterMeans[j]! + centre),
  );
  return {
    between: (k * ofSubjects) / (n - 1),
    judges: (n * ofRaters) / (k - 1),
    error: sumOfSquares(leftOver) / ((n - 1) * (k - 1)),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((total, value) => total + value * value, 0);
}
