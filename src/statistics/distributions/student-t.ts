import { requireDegreesOfFreedom, requireNumber, requireOpenProportion } from '../preconditions.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { solveDecreasing } from './solve-decreasing.ts';

/** P(T <= t) for Student's t with real degrees of freedom > 0. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  requireNumber(t, 't');
  requireDegreesOfFreedom(degreesOfFreedom, 'degreesOfFreedom');
  const tail = upperTail(Math.abs(t), degreesOfFreedom);
  return t < 0 ? tail : 1 - tail;
}

/** The t with P(T <= t) = p, for 0 < p < 1. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  requireOpenProportion(p, 'p');
  requireDegreesOfFreedom(degreesOfFreedom, 'degreesOfFreedom');
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = solveDecreasing(x => Math.log(upperTail(x, degreesOfFreedom) / tail));
  return p < 0.5 ? -t : t;
}

/** How many standard errors hold so much confidence between them where the error itself is estimated. */
export function twoSidedT(confidence: number, degreesOfFreedom: number): number {
  return -studentTQuantile((1 - confidence) / 2, degreesOfFreedom);
}

function upperTail(t: number, degreesOfFreedom: number): number {
  // Divided first: t² overflows where t² / df does not.
  const ratio = (t / degreesOfFreedom) * t;
  return incompleteBeta(degreesOfFreedom / 2, 0.5, 1 / (1 + ratio), ratio / (1 + ratio)).lower / 2;
}
