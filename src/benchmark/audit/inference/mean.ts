import { around, combine, point } from '../figures/interval.ts';
import type { Estimate } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';
import { listWords, showPrinted } from '../figures/show.ts';
import type { Cell } from '../reading/tables.ts';

/** Plain mean of figures, times a factor. */
export function scaledMean(figures: Printed[], factor: number, how: string): Estimate {
  const weight = factor / figures.length;
  return {
    nominal: combine(figures.map(({ value }) => ({ weight, part: point(value) }))).low,
    range: combine(figures.map(figure => ({ weight, part: around(figure) }))),
    how,
  };
}

/** The mean of the named cells; null where one is missing or none is named. */
export function meanOf(names: string[], cells: Map<string, Cell>): Estimate | null {
  const figures = names.map(name => cells.get(name) ?? null);
  if (figures.length === 0 || !figures.every(figure => figure !== null)) return null;
  const how =
    names.length === 1
      ? names[0]!
      : `the mean of ${names.join(', ')} (${listWords(figures.map(showPrinted))})`;
  return scaledMean(figures, 1, how);
}
