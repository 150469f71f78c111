import { right } from './box.ts';
import type { Line } from './segment.ts';

const leaders = /(?:\s*[.．·•…‥]){4,}\s*/;
const pageNumber = /^\(?(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]?[-–]?\d{1,4}(?:[-–]\d{1,4})?)\)?$/i;
/** Lines of a list that has no dots stand alone as seldom as this. */
const leastTogether = 3;

/** Lines of a table of contents, which end in the number of a page and run into no other line. Rows
 *  of dots are drawn short, however far away the number stands. */
export function markEntries(lines: readonly Line[], columnRight: number): ReadonlySet<Line> {
  const entries = new Set<Line>();
  let run: Line[] = [];
  const close = () => {
    if (run.length >= leastTogether) for (const line of run) entries.add(line);
    run = [];
  };
  for (const line of lines) {
    if (isDotted(line)) {
      entries.add(line);
      line.text = line.text.replace(leaders, ' ..... ');
      line.styled = line.text;
    }
    if (entries.has(line) || endsInNumber(line, columnRight)) run.push(line);
    else close();
  }
  close();
  return entries;
}

function isDotted({ text }: Line): boolean {
  const parts = text.split(leaders);
  return parts.length === 2 && parts[0] !== '' && pageNumber.test(parts[1]!);
}

function endsInNumber({ segments, size }: Line, columnRight: number): boolean {
  const [last, before] = [segments.at(-1)!, segments.at(-2)];
  if (!before || !pageNumber.test(last.text) || columnRight - right(last.box) > size) return false;
  return last.box[0] - right(before.box) > 2.5 * size && /\p{L}/u.test(before.text);
}
