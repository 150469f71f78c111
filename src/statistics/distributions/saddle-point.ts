/*
 * The two pieces of Loader's saddle-point form (C. Loader, "Fast and accurate computation of binomial
 * probabilities", 2000). Plain log-gamma differences lose ten digits at 10⁵ degrees of freedom; these
 * keep thirteen, because the large terms cancel on paper and not in floating point.
 */

const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
const SERIES_IS_EXACT_FROM = 15;

/** log n! minus Stirling's approximation of it, for real n > 0. */
export function stirlingError(n: number): number {
  let shifted = n;
  let error = 0;
  while (shifted < SERIES_IS_EXACT_FROM) {
    error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const inverseSquare = 1 / (shifted * shifted);
  let power = 1 / shifted;
  for (const coefficient of SERIES) {
    error += coefficient * power;
    power *= inverseSquare;
  }
  return error;
}

/** x log(x/m) + m - x: how far x lies from its mean m, without cancellation where they are close. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (!(Math.abs(difference) < 0.1 * (x + mean))) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  const square = ratio * ratio;
  let total = difference * ratio;
  let term = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    term *= square;
    const next = total + term / odd;
    if (next === total) return total;
    total = next;
  }
}
