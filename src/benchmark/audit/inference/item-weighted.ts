import { around, combine, type Interval } from '../figures/interval.ts';
import type { Estimate } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';
import { explainingCounts } from './whole-counts.ts';

type Part = { printed: Printed; items: number };

/** A mean weighted by numbers of items. Where every part is the share of a whole number of
 *  right answers, the mean is known exactly, whatever the rounding of the parts. */
export function itemWeighted(parts: Part[], how: string): Estimate {
  const items = parts.reduce((sum, part) => sum + part.items, 0);
  const weigh = (value: (part: Part) => Interval) =>
    combine(parts.map(part => ({ weight: part.items / items, part: value(part) })));
  const counts = parts.map(part => explainingCounts(part.printed, part.items));
  const exact = counts.every(count => count !== null)
    ? {
        low: (100 * counts.reduce((sum, count) => sum + count.low, 0)) / items,
        high: (100 * counts.reduce((sum, count) => sum + count.high, 0)) / items,
      }
    : undefined;
  return {
    nominal: weigh(({ printed }) => ({ low: printed.value, high: printed.value })).low,
    range: weigh(({ printed }) => around(printed)),
    exact,
    how,
  };
}
