/**
 * The x > 0 where a decreasing function crosses zero. The root is first caught between a power of two
 * and its double, because quantiles span many orders of magnitude; Ridders' method then needs a handful
 * of steps. 0 where the function is negative everywhere that can be represented, infinity likewise.
 */
export function solveDecreasing(evaluate: (x: number) => number): number {
  let low = 1;
  let high = 1;
  let atLow = evaluate(low);
  let atHigh = atLow;
  while (atLow < 0) {
    high = low;
    atHigh = atLow;
    low /= 2;
    if (low === 0) return 0;
    atLow = evaluate(low);
  }
  while (atHigh > 0) {
    low = high;
    atLow = atHigh;
    high *= 2;
    if (high === Number.POSITIVE_INFINITY) return high;
    atHigh = evaluate(high);
  }
  return refine(evaluate, low, atLow, high, atHigh);
}

function refine(
  evaluate: (x: number) => number,
  startLow: number,
  startAtLow: number,
  startHigh: number,
  startAtHigh: number,
): number {
  let [low, atLow, high, atHigh] = [startLow, startAtLow, startHigh, startAtHigh];
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  while (high - low > 4e-16 * high) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const atMiddle = evaluate(middle);
    if (atMiddle === 0) return middle;
    const lean = atMiddle / Math.sqrt(atMiddle * atMiddle - atLow * atHigh);
    // Where a tail underflows, its logarithm is infinite and the lean has no value.
    const guess = Number.isNaN(lean) ? middle : middle + (middle - low) * lean;
    const atGuess = evaluate(guess);
    if (atGuess === 0) return guess;
    if (atMiddle > 0) [low, atLow] = [middle, atMiddle];
    else [high, atHigh] = [middle, atMiddle];
    if (guess > low && guess < high) {
      if (atGuess > 0) [low, atLow] = [guess, atGuess];
      else [high, atHigh] = [guess, atGuess];
    }
  }
  return low + (high - low) / 2;
}
