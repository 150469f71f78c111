import { childElements, descendants, type XmlElement } from '../../xml/index.ts';
import { inlineOf } from './inline.ts';

const mostCells = 100_000;
const widestSpan = 1000;

export type ExpandedTable = { rows: string[][] | null; isSpanned: boolean };

/** The rows of a table, a cell that spans several repeated in each: the first row heads the
 *  columns, the others of a head that has several joined into it. null where it is too large. */
export function expandTable(table: XmlElement): ExpandedTable {
  const head = rowsOf(table, 'thead');
  const body = rowsOf(table, 'tbody', 'tfoot');
  const loose = childElements(table, 'tr', 'row');
  const isHeaded = head.length > 0;
  const all = [...head, ...loose, ...body];
  const columns = columnNumbers(table);
  const grid: string[][] = [];
  let isSpanned = false;
  let cells = 0;

  for (const [at, row] of all.entries()) {
    grid[at] ??= [];
    let column = 0;
    for (const cell of childElements(row, 'td', 'th', 'entry')) {
      const { from, across, down } = spanOf(cell, columns);
      column = from ?? column;
      while (grid[at]![column] !== undefined) column++;
      // A head does not reach into the body.
      const last = Math.min(at + down, at < head.length ? head.length : all.length);
      cells += across * (last - at);
      if (cells > mostCells) return { rows: null, isSpanned };
      if (across > 1 || last - at > 1) isSpanned = true;
      const text = inlineOf(cell.children);
      for (let y = at; y < last; y++) {
        grid[y] ??= [];
        const line = grid[y]!;
        for (let x = column; x < column + across; x++) line[x] ??= text;
      }
      column += across;
    }
  }
  const rows = grid
    .map(row => Array.from(row, cell => cell ?? ''))
    .filter(row => row.some(Boolean));
  if (rows.length === 0) return { rows: [], isSpanned };
  const width = Math.max(...rows.map(row => row.length));
  if (width * rows.length > 2 * mostCells) return { rows: null, isSpanned };
  if (isHeaded) return { rows: joinHead(grid, head.length, width), isSpanned };
  const first = childElements(all[0]!, 'td', 'th', 'entry');
  const isHeading = first.length > 0 && first.every(({ name }) => name === 'th');
  return { rows: isHeading ? rows : [Array<string>(width).fill(''), ...rows], isSpanned };
}

function rowsOf(table: XmlElement, ...names: string[]): XmlElement[] {
  return childElements(table, ...names).flatMap(part => childElements(part, 'tr', 'row'));
}

function joinHead(grid: string[][], count: number, width: number): string[][] {
  const head = grid.slice(0, count);
  const joined = Array.from({ length: width }, (_, x) => {
    const parts = head.map(row => row[x] ?? '').filter(Boolean);
    return parts.filter((part, at) => part !== parts[at - 1]).join(' / ');
  });
  const body = grid.slice(count).map(row => Array.from(row, cell => cell ?? ''));
  return [joined, ...body.filter(row => row.some(Boolean))];
}

type Span = { from: number | undefined; across: number; down: number };

function spanOf(cell: XmlElement, columns: Map<string, number>): Span {
  const { colspan, rowspan, namest, nameend, colname, morerows } = cell.attributes;
  const from = columns.get(namest ?? colname ?? '');
  const to = columns.get(nameend ?? '');
  const across = from !== undefined && to !== undefined ? to - from + 1 : whole(colspan, 1);
  const down = morerows === undefined ? whole(rowspan, 1) : whole(morerows, 0) + 1;
  return { from, across: Math.max(across, 1), down: Math.max(down, 1) };
}

function whole(text: string | undefined, otherwise: number): number {
  const value = /^\s*\d{1,9}\s*$/.test(text ?? '') ? Number(text) : otherwise;
  return Math.min(value, widestSpan);
}

function columnNumbers(table: XmlElement): Map<string, number> {
  const specs = [...descendants(table, ({ name }) => name === 'tgroup' || name === 'table')];
  const named = specs.filter(({ name }) => name === 'colspec');
  return new Map(named.map((spec, at) => [spec.attributes.colname ?? `#${at}`, at]));
}
