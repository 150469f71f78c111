import { twoSidedZ } from '../distributions/normal.ts';
import { twoSidedT } from '../distributions/student-t.ts';
import { type Interval, notDefined, type Outcome } from '../outcome.ts';
import { requireFinite, requireOpenProportion, requireSameLength } from '../preconditions.ts';
import { mean } from '../summary/mean.ts';
import { standardDeviation } from '../summary/standard-deviation.ts';

export interface Bounded {
  readonly value: number;
  readonly interval: Interval;
}

export interface BlandAltman {
  /** The mean difference first - second. */
  readonly bias: Bounded;
  readonly lowerLimit: Bounded;
  readonly upperLimit: Bounded;
  readonly standardDeviation: number;
  /** Mean and difference of every pair, for the plot. */
  readonly points: readonly { readonly mean: number; readonly difference: number }[];
  readonly n: number;
}

/**
 * Bland & Altman's limits of agreement (1986, 1999): by how much one measurement, say a judge model's
 * score, will differ from another, say a clinician's, in 95 of 100 new cases (`coverage`), in the units
 * of the scores. Whether that is close enough is a clinical question, not a statistical one. The
 * intervals use t quantiles and the 1999 variance of a limit, (1/n + z²/(2(n-1))) s²; the 1986 paper
 * rounds it to 3 s²/n.
 *
 * Limits: differences should be roughly normal and neither drift nor fan out with the mean; look at the
 * plot before the numbers. One pair a subject; repeated pairs on a patient make the limits too narrow.
 *
 * Fewer than two pairs: 'too-few'. The same difference in all pairs: limits that coincide with the bias,
 * of zero width, which is what the data say.
 */
export function blandAltman(
  first: readonly number[],
  second: readonly number[],
  { confidence = 0.95, coverage = 0.95 }: { confidence?: number; coverage?: number } = {},
): Outcome<BlandAltman> {
  requireSameLength(first, second, 'first and second');
  requireFinite(first, 'first');
  requireFinite(second, 'second');
  requireOpenProportion(confidence, 'confidence');
  requireOpenProportion(coverage, 'coverage');
  const n = first.length;
  if (n < 2) return notDefined(n === 0 ? 'no-data' : 'too-few');
  const differences = first.map((value, i) => value - second[i]!);
  const bias = mean(differences)!;
  const spread = standardDeviation(differences)!;
  const z = twoSidedZ(coverage);
  const t = twoSidedT(confidence, n - 1);
  const around = (value: number, error: number): Bounded => ({
    value,
    interval: [value - t * error, value + t * error],
  });
  const limitError = spread * Math.sqrt(1 / n + (z * z) / (2 * (n - 1)));
  return {
    defined: true,
    bias: around(bias, spread / Math.sqrt(n)),
    lowerLimit: around(bias - z * spread, limitError),
    upperLimit: around(bias + z * spread, limitError),
    standardDeviation: spread,
    points: first.map((value, i) => ({
      mean: (value + second[i]!) / 2,
      difference: differences[i]!,
    })),
    n,
  };
}
