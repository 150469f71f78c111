import type { Random } from '../chance/random.ts';

type Schema = { [key: string]: unknown };

/** A number inside the bounds; where they leave none, the lower bound. */
export function generateNumber(schema: Schema, type: 'number' | 'integer', random: Random): number {
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : null;
  const grid = type === 'integer' ? wholeStep(step ?? 1) : step;
  const low = lowerBound(schema);
  const high = upperBound(schema, low);
  if (grid === null) {
    const drawn = round(low.at + (0.05 + 0.9 * random.next()) * (high.at - low.at));
    return drawn >= low.at && drawn <= high.at ? drawn : (low.at + high.at) / 2;
  }
  const first = Math.ceil(low.at / grid) + (low.open && low.at % grid === 0 ? 1 : 0);
  const last = Math.floor(high.at / grid) - (high.open && high.at % grid === 0 ? 1 : 0);
  const chosen = first + random.below(Math.max(1, last - first + 1));
  // 3 × 0.1 is not 0.3 to a computer, but the text of it is.
  return Number((chosen * grid).toPrecision(12));
}

type Bound = { at: number; open: boolean };

function lowerBound(schema: Schema): Bound {
  const closed = numberOr(schema.minimum, -Infinity);
  const open = numberOr(schema.exclusiveMinimum, -Infinity);
  const at = Math.max(closed, open);
  if (at > -Infinity && at > -1e15) return { at, open: open >= closed };
  const ceiling = Math.min(numberOr(schema.maximum, 100), numberOr(schema.exclusiveMaximum, 100));
  return { at: ceiling >= 100 ? 0 : ceiling - 100, open: false };
}

function upperBound(schema: Schema, low: Bound): Bound {
  const closed = numberOr(schema.maximum, Infinity);
  const open = numberOr(schema.exclusiveMaximum, Infinity);
  const at = Math.min(closed, open);
  if (at < 1e15) return { at, open: open <= closed };
  const step = numberOr(schema.multipleOf, 1);
  return { at: low.at + 100 * Math.max(1, step), open: false };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function wholeStep(step: number): number {
  let whole = step;
  for (let times = 2; !Number.isInteger(whole) && times <= 1000; times++) whole = step * times;
  return Number.isInteger(whole) ? whole : 1;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
