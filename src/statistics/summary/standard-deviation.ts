import { mean } from './mean.ts';

/**
 * The standard deviation of a sample (divisor n - 1); null for fewer than two values. Exactly 0 where
 * all values are the same, because `mean` then is exactly that value.
 */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let squares = 0;
  let sum = 0;
  for (const value of values) {
    squares += (value - centre) ** 2;
    sum += value - centre;
  }
  return Math.sqrt(Math.max(0, squares - (sum * sum) / values.length) / (values.length - 1));
}
