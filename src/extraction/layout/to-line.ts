import { escapeInline } from '../../contracts/document/index.ts';
import { boxAround, right } from './box.ts';
import type { Line, Segment } from './segment.ts';
import { markStyle, withoutMarks } from './styles.ts';

/** Segments that stand side by side as one line of inline Markdown: smaller ones that are raised or
 *  lowered become superscripts and subscripts, Han letters are not spaced. */
export function toLine(unsorted: readonly Segment[]): Line {
  const segments = [...unsorted].sort((a, b) => a.box[0] - b.box[0]);
  const main = mainOf(segments);
  let styled = '';
  let last: Segment | undefined;
  for (const segment of segments) {
    const gap = last ? segment.box[0] - right(last.box) : 0;
    if (last && gap > 0.16 * Math.min(last.size, segment.size)) styled += ' ';
    styled += markStyle(shifted(segment, main), segment.style);
    last = segment;
  }
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  const boldLetters = segments.reduce((sum, { bold, text }) => sum + (bold ? text.length : 0), 0);
  return {
    segments,
    text: tidy(withoutMarks(styled)),
    styled: tidy(styled),
    box: boxAround(segments.map(({ box }) => box)),
    baseline: main.baseline,
    size: main.size,
    bold: boldLetters > 0.9 * letters,
  };
}

/** The size with the most letters. */
function mainOf(segments: readonly Segment[]): Segment {
  const letters = new Map<number, number>();
  for (const { size, text } of segments) {
    const rounded = Math.round(size * 4);
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a));
  return segments.find(({ size }) => Math.round(size * 4) === most)!;
}

function shifted(segment: Segment, main: Segment): string {
  const text = escapeInline(withoutMarks(segment.text));
  const rise = main.baseline - segment.baseline;
  const isSmall = segment.size < 0.85 * main.size && segment.text.length <= 24;
  if (!isSmall || Math.abs(rise) < 0.08 * main.size) return text;
  return rise > 0 ? `<sup>${text}</sup>` : `<sub>${text}</sub>`;
}

const han = String.raw`[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]`;
const betweenHan = new RegExp(
  String.raw`(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]) +(?=${han})|(?<=${han}) +(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])`,
  'gu',
);

export function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(betweenHan, '')
    .replace(/<\/sup> ?<sup>|<\/sub> ?<sub>/g, '')
    .trim();
}
