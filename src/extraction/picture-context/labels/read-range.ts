import { matchAt } from '../match-at.ts';
import type { FigureNumber } from './label.ts';
import type { Head } from './read-head.ts';
import { type Known, readItem } from './read-item.ts';

export type Range = { middle: FigureNumber[]; last: FigureNumber };

/** Ranges are no longer than this: "Figures 1-2019" is a year gone astray. */
const longestRange = 60;
const rangeJoint =
  /\s*(?:[-‐‑‒–—―−~～∼〜]+|to\b|through\b|thru\b|至|到|一(?=\d))\s*(?:(?:figures?|figs?\.?|[图圖])\s*)?/iy;

/** What goes on behind a number up to another one. Where both are the same figure, the range is one of
 *  its panels, 1A–1D, and nothing is in the middle. */
export function readRange(
  text: string,
  at: number,
  head: Head,
  from: FigureNumber,
  known: Known,
): Range | null {
  const joint = matchAt(rangeJoint, text, at);
  if (joint === '') return null;
  const read = readItem(text, at + joint.length, head, known);
  if (!read || read.isRoman !== from.isRoman || (read.prefix && read.prefix !== from.prefix))
    return null;
  if (from.supplement !== null) return supplements(from, read);
  const isShort = read.parts.length === 1 && from.parts.length > 1;
  const parts = isShort ? [...from.parts.slice(0, -1), read.parts[0]!] : read.parts;
  if (parts.length !== from.parts.length) return null;
  if (parts.some((part, index) => index < parts.length - 1 && part !== from.parts[index]))
    return null;
  const middle = between(from.parts.at(-1)!, parts.at(-1)!);
  return (
    middle && {
      middle: middle.map(value => ({ ...from, parts: [...from.parts.slice(0, -1), value] })),
      last: { ...read, prefix: read.prefix || from.prefix, parts },
    }
  );
}

/** "figure supplements 1–3". */
function supplements(from: FigureNumber, read: FigureNumber): Range | null {
  const last = read.supplement ?? read.parts[0]!;
  const middle = between(from.supplement!, last);
  if (!middle || read.parts.length > 1) return null;
  return {
    middle: middle.map(supplement => ({ ...from, supplement })),
    last: { ...from, supplement: last, end: read.end },
  };
}

function between(first: number, last: number): number[] | null {
  if (last < first || last - first > longestRange) return null;
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, at) => first + 1 + at);
}
