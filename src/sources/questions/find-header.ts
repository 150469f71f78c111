import type { Row } from '../reading/protocol.ts';
import { type Column, recogniseColumn } from './recognise-column.ts';

export type Header = {
  columns: Array<Column | undefined>;
  /** How many rows it and what stands above it take. */
  rows: number;
};

const farthest = 20;

/** The row that names the columns, or two of them where a title is merged over several
 *  (`选项` over A, B, C, D). What stands above is the table's title. */
export function findHeader(rows: readonly Row[]): Header | undefined {
  for (let at = 0; at < Math.min(rows.length, farthest); at++) {
    const single = columnsOf(rows[at]!.cells);
    const below = columnsOf(rows[at + 1]?.cells ?? []);
    const double = columnsOf(rows[at + 1]?.cells ?? [], rows[at]!.cells);
    // Two rows only where together they say more than either: what stands above may be the
    // table's title, and what stands below its first question.
    if (isWhole(double) && count(double) > Math.max(count(single), count(below)))
      return { columns: double, rows: at + 2 };
    if (isWhole(single)) return { columns: single, rows: at + 1 };
  }
  return undefined;
}

/** The same names again, where a table was printed page by page. */
export function repeatsHeader({ columns }: Header, cells: readonly string[]): boolean {
  const again = columnsOf(cells);
  return count(again) > 1 && columns.every((column, at) => same(column, again[at]));
}

function columnsOf(cells: readonly string[], above: readonly string[] = []): Header['columns'] {
  const columns: Header['columns'] = [];
  let title = '';
  for (let at = 0; at < Math.max(cells.length, above.length); at++) {
    title = above[at]?.trim() || (cells[at]?.trim() ? title : '');
    const own = cells[at]?.trim() ?? '';
    const column = own
      ? (recogniseColumn(own) ?? recogniseColumn(`${title}${own}`))
      : recogniseColumn(above[at] ?? '');
    columns.push(column);
  }
  return withoutDoubles(columns);
}

/** The first of two columns that say the same; several may name pictures. */
function withoutDoubles(columns: Header['columns']): Header['columns'] {
  return columns.map((column, at) => {
    if (!column || column.role === 'picture') return column;
    return columns.findIndex(other => same(other, column)) === at ? column : undefined;
  });
}

function same(a: Column | undefined, b: Column | undefined): boolean {
  return a?.role === b?.role && labelOf(a) === labelOf(b);
}

function labelOf(column: Column | undefined): string | undefined {
  return column?.role === 'option' ? column.label : undefined;
}

function count(columns: Header['columns']): number {
  return columns.filter(Boolean).length;
}

/** A question, and its options or its answer: of a stem alone no bank is made. */
function isWhole(columns: Header['columns']): boolean {
  const has = (role: Column['role']) => columns.some(column => column?.role === role);
  return has('stem') && (has('option') || has('options') || has('answer'));
}
