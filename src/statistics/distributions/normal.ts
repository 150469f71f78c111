import { requireNumber, requireOpenProportion } from '../preconditions.ts';
import { incompleteGamma } from './incomplete-gamma.ts';

/** P(Z <= z) for a standard normal Z; relative error about 1e-14 down to z = -37. */
export function normalCdf(z: number): number {
  requireNumber(z, 'z');
  const { upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 1 - upper / 2;
}

/** The z with P(Z <= z) = p, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  requireOpenProportion(p, 'p');
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = -roughUpperQuantile(p);
  // The start is right to 4.5e-4 and each of Halley's steps triples the digits.
  for (let step = 0; step < 3; step++) {
    // p joins the exponent, since the density alone underflows in the far tail.
    const scale = Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2 + Math.log(p));
    const error = (normalCdf(z) / p - 1) * scale;
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

/** How many standard errors hold so much confidence between them; from the tail, which keeps its digits. */
export function twoSidedZ(confidence: number): number {
  return -normalQuantile((1 - confidence) / 2);
}

/** Abramowitz & Stegun 26.2.23. */
function roughUpperQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - numerator / denominator;
}
