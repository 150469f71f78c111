import type { Rule } from './merge-rules.ts';

/** Both ends inclusive: rows and columns that a cell covers. */
export type Cell = { rows: [number, number]; columns: [number, number] };

const near = 3;
/** Of an edge: how much of it is drawn where it parts two cells. */
const leastDrawn = 0.6;

/** The cells between lines; where the line between two is not drawn they are one. */
export function gridCells(
  { across, down }: { across: readonly Rule[]; down: readonly Rule[] },
  xs: readonly number[],
  ys: readonly number[],
): Cell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const taken = new Uint8Array(rows * columns);
  const cells: Cell[] = [];
  const downAt = xs.map(place => rulesAt(down, place));
  const acrossAt = ys.map(place => rulesAt(across, place));
  const isOpenRight = (row: number, column: number) =>
    !isDrawn(downAt[column + 1]!, ys[row]!, ys[row + 1]!);
  const isOpenBelow = (row: number, column: number) =>
    !isDrawn(acrossAt[row + 1]!, xs[column]!, xs[column + 1]!);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let last = column;
      while (last + 1 < columns && !taken[row * columns + last + 1] && isOpenRight(row, last))
        last++;
      let end = row;
      const goesDown = () => {
        for (let at = column; at <= last; at++) if (!isOpenBelow(end, at)) return false;
        return true;
      };
      while (end + 1 < rows && goesDown()) end++;
      for (let y = row; y <= end; y++) taken.fill(1, y * columns + column, y * columns + last + 1);
      cells.push({ rows: [row, end], columns: [column, last] });
    }
  return cells;
}

function rulesAt(rules: readonly Rule[], place: number): Rule[] {
  return rules.filter(({ at }) => Math.abs(at - place) <= near);
}

/** Whether lines cover most of a stretch. */
function isDrawn(rules: readonly Rule[], from: number, to: number): boolean {
  let drawn = 0;
  for (const rule of rules) drawn += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return drawn >= leastDrawn * (to - from);
}
