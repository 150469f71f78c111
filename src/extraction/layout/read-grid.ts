import type { Box } from '../../contracts/document/index.ts';
import { holdsMiddle, middleX, middleY, right } from './box.ts';
import { cellText } from './cell-text.ts';
import type { FoundTable } from './found-table.ts';
import { type Cell, gridCells } from './grid-cells.ts';
import { groupLines } from './group-lines.ts';
import { joinHead } from './join-head.ts';
import type { Rule } from './merge-rules.ts';
import type { Segment } from './segment.ts';

const touch = 3;
const mostColumns = 60;
const mostHeadRows = 4;

export type Grid = { across: Rule[]; down: Rule[] };

type Filled = Cell & { segments: Segment[] };

/** A table whose cells lines part, at least from one column to the next. */
export function readGrid(grid: Grid, segments: readonly Segment[]): FoundTable | undefined {
  const x0 = Math.min(...grid.across.map(({ from }) => from));
  const x1 = Math.max(...grid.across.map(({ to }) => to));
  // Journals leave the outer lines out; then the ends of the lines across are the sides.
  const xs = placesOf([...grid.down.map(({ at }) => at), x0, x1]);
  const ys = placesOf(grid.across.map(({ at }) => at));
  if (xs.length < 3 || ys.length < 2 || xs.length > mostColumns) return undefined;
  const box: Box = [x0, ys[0]!, x1 - x0, ys.at(-1)! - ys[0]!];
  const inside = segments.filter(segment => holdsMiddle(box, segment.box));
  const cells = fill(gridCells(grid, xs, ys), inside, xs, ys);
  const columns = xs.length - 1;
  const bands = trimBands(cells, ys.length - 1, columns);
  const used = cells.filter(cell => cell.rows[0] >= bands.from && cell.rows[1] <= bands.to);
  const filled = used.filter(cell => cell.segments.length > 0).length;
  if (filled < 0.4 * used.length || filled < 3) return undefined;
  const { rows, headRows } = rowsOf(used, bands, columns);
  if (rows.length < 2) return undefined;
  const spans = used.some(
    ({ rows: [a, b], columns: [c, d], segments: own }) => own.length > 0 && b - a + d - c > 0,
  );
  const top = ys[bands.from]!;
  return {
    box: [x0, top, x1 - x0, ys[bands.to + 1]! - top],
    rows: joinHead(rows, headRows).filter(row => row.some(text => text !== '')),
    columns: xs,
    note: spans ? 'a cell that spans several is repeated in each' : null,
  };
}

function placesOf(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const at of values.toSorted((a, b) => a - b))
    if (places.length === 0 || at - places.at(-1)! > touch) places.push(at);
  return places;
}

function slotOf(places: readonly number[], value: number): number {
  let slot = 0;
  while (slot < places.length - 2 && value >= places[slot + 1]!) slot++;
  return slot;
}

/** Where text in a wide cell stands in columns of its own, lines were left out and not a cell
 *  made wide: then each place is a cell. */
function fill(cells: Cell[], segments: readonly Segment[], xs: number[], ys: number[]): Filled[] {
  const own = new Map<Cell, Segment[]>(cells.map(cell => [cell, []]));
  const at = new Map<number, Cell>();
  const width = xs.length - 1;
  for (const cell of cells)
    for (let row = cell.rows[0]; row <= cell.rows[1]; row++)
      for (let column = cell.columns[0]; column <= cell.columns[1]; column++)
        at.set(row * width + column, cell);
  for (const segment of segments) {
    const row = slotOf(ys, middleY(segment.box));
    const cell = at.get(row * width + slotOf(xs, segment.box[0] + 1))!;
    own.get(cell)!.push(segment);
  }
  return cells.flatMap((cell): Filled[] => {
    const inside = own.get(cell)!;
    const [from, to] = cell.columns;
    if (from === to || !standsApart(inside)) return [{ ...cell, segments: inside }];
    return Array.from({ length: to - from + 1 }, (_, step): Filled => {
      const column = from + step;
      const segmentsOfColumn = inside.filter(
        segment => slotOf(xs, middleX(segment.box)) === column,
      );
      return { rows: cell.rows, columns: [column, column], segments: segmentsOfColumn };
    });
  });
}

function standsApart(segments: readonly Segment[]): boolean {
  return groupLines(segments).some(line =>
    line.some((segment, at) => {
      const last = line[at - 1];
      return last && segment.box[0] - right(last.box) > 1.5 * segment.size;
    }),
  );
}

/** A title above the columns or a note below them, in one cell over all, is text beside the table. */
function trimBands(cells: readonly Filled[], count: number, columns: number) {
  const isWide = (row: number) =>
    columns > 1 &&
    cells.some(
      cell =>
        cell.rows[0] === row &&
        cell.rows[1] === row &&
        cell.columns[1] - cell.columns[0] === columns - 1,
    );
  let [from, to] = [0, count - 1];
  while (from < to && isWide(from)) from++;
  while (to > from && isWide(to)) to--;
  return { from, to };
}

function rowsOf(cells: readonly Filled[], bands: { from: number; to: number }, columns: number) {
  const rows: string[][] = [];
  const firstRow = new Map<number, number>();
  const inBand = Map.groupBy(
    cells.filter(({ rows: [from, to] }) => from === to),
    cell => cell.rows[0],
  );
  for (let band = bands.from; band <= bands.to; band++) {
    firstRow.set(band, rows.length);
    const split = splitBand(inBand.get(band) ?? [], columns);
    rows.push(...(split ?? [Array<string>(columns).fill('')]));
  }
  firstRow.set(bands.to + 1, rows.length);
  let headRows = 1;
  for (const { rows: own, columns: place, segments } of cells) {
    const [from, to] = [firstRow.get(own[0])!, firstRow.get(own[1] + 1)!];
    // A band of several rows is written already.
    if (own[0] === own[1] && to - from > 1) continue;
    const text = cellText(segments);
    const [left, last] = place;
    const isOverAll = last - left === columns - 1;
    for (let row = from; row < to; row++)
      rows[row]!.fill(text, left, (isOverAll ? left : last) + 1);
    if (from === 0 && text !== '')
      headRows = Math.max(headRows, last > left && !isOverAll ? to + 1 : to);
  }
  return { rows, headRows: headRows > mostHeadRows || headRows >= rows.length ? 1 : headRows };
}

/** The rows of a band that has no lines between them; undefined where it is one row. */
function splitBand(cells: readonly Filled[], columns: number): string[][] | undefined {
  if (cells.length < columns) return undefined;
  const columnOf = new Map(
    cells.flatMap(cell => cell.segments.map(segment => [segment, cell.columns[0]] as const)),
  );
  const lines = groupLines([...columnOf.keys()]).map(line =>
    Map.groupBy(line, segment => columnOf.get(segment)!),
  );
  const whole = lines.filter(line => line.size >= 0.6 * columns).length;
  if (lines.length < 3 || columns < 2 || whole < 0.8 * lines.length) return undefined;
  return lines.map(line =>
    Array.from({ length: columns }, (_, column) => cellText(line.get(column) ?? [])),
  );
}
