import { bottom, boxAround, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import { cellsOf } from './read-open-rows.ts';
import type { Segment } from './segment.ts';

const mostNarrow = 2;
/** Of the size of the letters. */
const mostGap = 2.6;

/** The lines, from the first on, that stand in the columns of a table; none where they stand there
 *  by chance. */
export function followTable(lines: readonly Segment[][], columns: readonly number[]): Segment[][] {
  const bounds = columns.slice(1, -1);
  if (bounds.length === 0) return [];
  const taken: Segment[][] = [];
  let [narrow, whole] = [0, 0];
  let last = -Infinity;
  for (const line of lines) {
    const box = boxAround(line.map(segment => segment.box));
    const { size } = line[0]!;
    if (last > -Infinity && box[1] - last > mostGap * size) break;
    if (captionStart(line[0]!.text) || !staysWithin(line, columns)) break;
    const filled = cellsOf(line, bounds).filter(segments => segments.length > 0).length;
    narrow = filled > 1 ? 0 : narrow + 1;
    if (narrow > mostNarrow) break;
    if (filled >= Math.min(3, bounds.length + 1)) whole++;
    taken.push(line);
    last = bottom(box);
  }
  taken.length -= Math.min(narrow, taken.length);
  return whole >= 2 && whole >= 0.5 * taken.length ? taken : [];
}

function staysWithin(line: readonly Segment[], columns: readonly number[]): boolean {
  const [from, to] = [columns[0]!, columns.at(-1)!];
  return line.every(
    ({ box }) =>
      box[0] >= from - 8 &&
      right(box) <= to + 8 &&
      !columns.slice(1, -1).some(bound => box[0] < bound - 2 && right(box) > bound + 2),
  );
}
