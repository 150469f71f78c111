/** The smallest gap up to `widest` whose power reaches the wanted one, by bisection; null if none does. */
export function smallestGap(
  wanted: number,
  powerOf: (gap: number) => number,
  widest: number,
): number | null {
  if (!(widest > 0) || powerOf(widest) < wanted) return null;
  let tooSmall = 0;
  let enough = widest;
  while (enough - tooSmall > 1e-12) {
    const middle = (tooSmall + enough) / 2;
    if (powerOf(middle) >= wanted) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}
