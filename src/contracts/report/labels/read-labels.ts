import { findUnescaped } from '../markdown/split-raw.ts';
import { longestLabel } from './fold-label.ts';

/** A label at the start of a line and what follows it. One that is `marked` is meant as a label. */
type LabelledText = {
  readonly label: string;
  readonly rest: string;
  readonly bold: boolean;
  readonly marked: boolean;
};

// Signs such as a warning triangle, which models put in front of labels.
const pictograms = /^(?:[^\p{L}\p{N}\p{P}\s<>&=~|$^`+]|\uFE0F|\u200D)+\s*/u;

const emphasised =
  /^((?:[IVX]{1,5}|\d{1,2}|[A-H])[.、)]\s*)?(\*{1,3}|_{1,2})(?![\s*_])((?:(?!\2).){1,120})(?<!\s)\2\s*(?:[:：]|[-–—]\s)?\s*/;

/**
 * The ways in which a line may be a label and its text, the surest first: emphasised up to a mark,
 * up to a colon, up to a dash, or the whole line with nothing after it.
 */
export function readLabels(raw: string): LabelledText[] {
  const line = unwrap(raw.replace(pictograms, ''));
  const found: LabelledText[] = [];
  const marks = emphasised.exec(line);
  if (marks !== null) {
    const [whole, number = '', mark = '', label = ''] = marks;
    const rest = line.slice(whole.length);
    const marked = /[:：]\s*$/.test(label) || /(?:[:：]|[-–—])\s*$/.test(whole) || rest === '';
    found.push({ label: number + label, rest, bold: mark.length > 1, marked });
  }
  const colon = findSeparator(line, ':：');
  // A colon within the marks would cut them in two.
  if (colon !== null && marks === null) found.push(cut(line, colon, colon + 1));
  const dash = /\s[-–—]\s|——/.exec(line.slice(0, longestLabel));
  if (dash !== null) found.push(cut(line, dash.index, dash.index + dash[0].length));
  if (line.length <= longestLabel && marks === null && colon === null) {
    found.push({ label: line, rest: '', bold: false, marked: false });
  }
  return found;
}

/** A line that is emphasised throughout, `*Disclaimer: …*`, without the marks that make it so. */
function unwrap(raw: string): string {
  const mark = /^(?:\*{1,3}|_{1,2})(?![\s*_])/.exec(raw)?.[0];
  if (mark === undefined || !raw.endsWith(mark) || raw.length < 2 * mark.length + 1) return raw;
  const inner = raw.slice(mark.length, -mark.length);
  return inner.includes(mark) || !/[:：]\s*\S/.test(inner) ? raw : inner;
}

/** The first of the separators that does not stand in brackets: `Primary (confidence: high): x`. */
function findSeparator(raw: string, separators: string): number | null {
  let depth = 0;
  for (const place of findUnescaped(
    raw,
    `${separators}()（）`,
    Math.min(raw.length, longestLabel),
  )) {
    const char = raw[place]!;
    if ('(（'.includes(char)) depth += 1;
    else if (')）'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0) return place;
  }
  return null;
}

function cut(raw: string, end: number, start: number): LabelledText {
  return {
    label: raw.slice(0, end).trim(),
    rest: raw.slice(start).trim(),
    bold: false,
    marked: false,
  };
}
