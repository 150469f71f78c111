import { requireDegreesOfFreedom, requireNumber, requireOpenProportion } from '../preconditions.ts';
import { incompleteBeta, type Tails } from './incomplete-beta.ts';
import { solveDecreasing } from './solve-decreasing.ts';

/** Both tails of the F distribution at f >= 0; the degrees of freedom may be fractional. */
export function fisherFTails(f: number, numeratorDf: number, denominatorDf: number): Tails {
  requireNumber(f, 'f');
  requireDegreesOfFreedom(numeratorDf, 'numeratorDf');
  requireDegreesOfFreedom(denominatorDf, 'denominatorDf');
  if (f <= 0) return { lower: 0, upper: 1 };
  const ratio = (numeratorDf / denominatorDf) * f;
  if (ratio === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  return incompleteBeta(numeratorDf / 2, denominatorDf / 2, ratio / (1 + ratio), 1 / (1 + ratio));
}

/** The f with P(F <= f) = p, for 0 < p < 1. */
export function fisherFQuantile(p: number, numeratorDf: number, denominatorDf: number): number {
  requireOpenProportion(p, 'p');
  // Solved on the smaller tail, which keeps its digits.
  return p > 0.5
    ? solveDecreasing(f => Math.log(fisherFTails(f, numeratorDf, denominatorDf).upper / (1 - p)))
    : solveDecreasing(f => Math.log(p / fisherFTails(f, numeratorDf, denominatorDf).lower));
}
