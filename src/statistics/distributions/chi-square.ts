import { requireDegreesOfFreedom, requireNumber, requireOpenProportion } from '../preconditions.ts';
import type { Tails } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { solveDecreasing } from './solve-decreasing.ts';

/** Both tails of the chi-square distribution at x >= 0. */
export function chiSquareTails(x: number, degreesOfFreedom: number): Tails {
  requireNumber(x, 'x');
  requireDegreesOfFreedom(degreesOfFreedom, 'degreesOfFreedom');
  return incompleteGamma(degreesOfFreedom / 2, x / 2);
}

/** The x with P(X <= x) = p, for 0 < p < 1. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  requireOpenProportion(p, 'p');
  return p > 0.5
    ? solveDecreasing(x => Math.log(chiSquareTails(x, degreesOfFreedom).upper / (1 - p)))
    : solveDecreasing(x => Math.log(p / chiSquareTails(x, degreesOfFreedom).lower));
}
