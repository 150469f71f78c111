import type { Interval } from '../figures/interval.ts';
import { type Printed, slack } from '../figures/printed.ts';

/** Whole numbers of right answers out of `items` that would be printed as this percentage. */
type WholeCounts = {
  /** By rounding to the last digit; low > high where there is none. */
  rounded: Interval;
  /** By cutting the digits off. */
  cut: Interval;
};

export function wholeCounts(printed: Printed, items: number): WholeCounts {
  const { value, unit } = printed;
  const edge = slack(items);
  const within = (low: number, high: number): Interval => ({
    low: Math.max(0, Math.ceil((low * items) / 100 - edge)),
    high: Math.min(items, Math.floor((high * items) / 100 + edge)),
  });
  const cut = within(value, value + unit);
  // The next printed value itself is not cut down to this one.
  if (Math.abs((100 * cut.high) / items - (value + unit)) < slack(value)) cut.high -= 1;
  return { rounded: within(value - unit / 2, value + unit / 2), cut };
}

export const sizeOf = ({ low, high }: Interval): number => Math.max(0, high - low + 1);

/** The counts that explain the percentage, rounding first; null where there is none. */
export function explainingCounts(printed: Printed, items: number): Interval | null {
  const { rounded, cut } = wholeCounts(printed, items);
  if (sizeOf(rounded) > 0) return rounded;
  return sizeOf(cut) > 0 ? cut : null;
}
