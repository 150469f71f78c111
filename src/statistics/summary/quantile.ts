import { requireFinite, requireProportion } from '../preconditions.ts';

/**
 * The p-quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the
 * default of R and NumPy); null where there are no values. Other types differ by up to one order
 * statistic, which matters below about 20 values.
 */
export function quantile(values: readonly number[], p: number): number | null {
  requireFinite(values, 'values');
  requireProportion(p, 'p');
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return interpolate(sorted, p * (sorted.length - 1));
}

/** The value at a fractional zero-based position in sorted values; held to the ends outside them. */
export function interpolate(sorted: ArrayLike<number>, position: number): number {
  const last = sorted.length - 1;
  const held = Math.min(Math.max(position, 0), last);
  const below = Math.floor(held);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, last)] as number;
  const share = held - below;
  return low === high ? low : low * (1 - share) + high * share;
}
