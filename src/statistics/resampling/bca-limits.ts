import { normalCdf, normalQuantile, twoSidedZ } from '../distributions/normal.ts';

export interface BcaLimits {
  /** z0: how far the replicates' median lies from the estimate, in normal units. */
  readonly biasCorrection: number;
  /** How fast the standard error changes with the true value. */
  readonly acceleration: number;
  /** The shares of the sorted replicates at which to read the ends of the interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * Efron's bias-corrected and accelerated shares (1987). Null where they cannot be had: all replicates on
 * one side of the estimate, a jackknife without values, or an acceleration past the formula's pole.
 */
export function bcaLimits(
  sorted: Float64Array,
  estimate: number,
  jackknife: readonly (number | null)[],
  confidence: number,
): BcaLimits | null {
  const biasCorrection = biasFrom(sorted, estimate);
  const acceleration = accelerationFrom(jackknife);
  if (biasCorrection === null || acceleration === null) return null;
  const z = twoSidedZ(confidence);
  const low = adjusted(biasCorrection, acceleration, -z);
  const high = adjusted(biasCorrection, acceleration, z);
  return low === null || high === null ? null : { biasCorrection, acceleration, low, high };
}

function biasFrom(sorted: Float64Array, estimate: number): number | null {
  // Replicates equal to the estimate count half: with right/wrong items there are many. Equal up to
  // rounding, since a sum's last digit depends on the order of its terms.
  const slack = 1e-12 * Math.abs(estimate);
  let below = 0;
  for (const value of sorted) {
    if (value < estimate - slack) below += 1;
    else if (value <= estimate + slack) below += 0.5;
    else break;
  }
  const share = below / sorted.length;
  return share > 0 && share < 1 ? normalQuantile(share) : null;
}

function accelerationFrom(jackknife: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of jackknife) {
    if (value === null || !Number.isFinite(value)) return null;
    total += value;
  }
  const centre = total / jackknife.length;
  let squares = 0;
  let cubes = 0;
  for (const value of jackknife) {
    const influence = centre - (value as number);
    squares += influence ** 2;
    cubes += influence ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

function adjusted(bias: number, acceleration: number, z: number): number | null {
  const shifted = bias + z;
  const stretch = 1 - acceleration * shifted;
  return stretch > 0 ? normalCdf(bias + shifted / stretch) : null;
}
