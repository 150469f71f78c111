import { type Printed, slack } from './printed.ts';

export type Interval = { low: number; high: number };

export const point = (value: number): Interval => ({ low: value, high: value });

/** The true values a printed figure may stand for. */
export function around({ value, unit, cut }: Printed): Interval {
  return cut
    ? { low: value, high: value + unit }
    : { low: value - unit / 2, high: value + unit / 2 };
}

/** Σ weight × part, for weights that are not negative. */
export function combine(parts: { weight: number; part: Interval }[]): Interval {
  return parts.reduce(
    (sum, { weight, part }) => ({
      low: sum.low + weight * part.low,
      high: sum.high + weight * part.high,
    }),
    point(0),
  );
}

/** Whether they share no more than an edge. */
export function onlyTouches(printed: Printed, interval: Interval): boolean {
  const { low, high } = around(printed);
  return Math.min(high, interval.high) - Math.max(low, interval.low) <= slack(printed.value);
}

/** Closed: touching at an edge counts, since a tie may have been rounded either way. */
export function overlaps(printed: Printed, interval: Interval): boolean {
  const { low, high } = around(printed);
  return interval.low <= high + slack(interval.low) && interval.high >= low - slack(interval.high);
}
