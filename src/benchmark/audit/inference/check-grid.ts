import { roles } from '../reading/roles.ts';
import type { Cell, Grid } from '../reading/tables.ts';
import { type Address, findMisprints, type Misprint, type Sum, takeSum } from './sums.ts';

export type CheckedGrid = {
  grid: Grid;
  /** The sums the grid promises by its totals. */
  sums: Sum[];
  /** What another table says its rows add up to. */
  outside: Sum[];
  misprints: Misprint[];
  /** A cell's count, misprints mended; a cell without a figure is 0; null outside the grid. */
  count: (row: string, column: string) => number | null;
  parts: { rows: string[]; columns: string[] };
  total: { row: string | null; column: string | null };
};

/** Adds a grid up in both directions. `rowSums` are known from elsewhere. */
export function checkGrid(grid: Grid, rowSums: (row: string) => number | null): CheckedGrid {
  const cells = new Map<string, Map<string, Cell>>(
    grid.rows.map(row => [
      row.name,
      new Map(grid.columns.map((column, at) => [column, row.cells[at] ?? null])),
    ]),
  );
  const cellAt = ({ row, column }: Address) => cells.get(row)?.get(column) ?? null;
  const rows = splitTotal(grid.rows.map(row => row.name));
  const columns = splitTotal(grid.columns);
  const across = grid.rows.map(({ name: row }) => ({
    row,
    parts: columns.parts.map(column => ({ row, column })),
  }));
  const down = grid.columns.map(column => ({
    column,
    parts: rows.parts.map(row => ({ row, column })),
  }));
  const promised = [
    ...(columns.total === null
      ? []
      : across.map(({ row, parts }) => ({ at: { row, column: columns.total! }, parts }))),
    ...(rows.total === null
      ? []
      : down.map(({ column, parts }) => ({ at: { row: rows.total!, column }, parts }))),
  ];
  const known = across.flatMap(({ row, parts }) => {
    const sum = rowSums(row);
    return sum === null ? [] : [{ at: { row, column: '' }, parts, sum }];
  });
  const takeAll = (read: (address: Address) => Cell) => ({
    sums: promised.flatMap(({ at, parts }) => {
      const total = read(at);
      return total && parts.length > 0 ? [takeSum(at, parts, total.value, read)] : [];
    }),
    outside: known.map(({ at, parts, sum }) => takeSum(at, parts, sum, read)),
  });
  const printed = takeAll(cellAt);
  const misprints = findMisprints([...printed.sums, ...printed.outside], cellAt);
  const mended = (address: Address): Cell => {
    const cell = cellAt(address);
    const misprint = misprints.find(
      ({ row, column }) => row === address.row && column === address.column,
    );
    return cell && misprint ? { ...cell, value: misprint.implied } : cell;
  };
  return {
    grid,
    ...takeAll(mended),
    misprints,
    count: (row, column) =>
      cells.get(row)?.has(column) ? (mended({ row, column })?.value ?? 0) : null,
    parts: { rows: rows.parts, columns: columns.parts },
    total: { row: rows.total, column: columns.total },
  };
}

function splitTotal(names: string[]): { parts: string[]; total: string | null } {
  const total = names.find(name => roles.total.test(name)) ?? null;
  return { parts: names.filter(name => name !== total), total };
}

/** The sum of a row's parts, whatever its total says; null if there is no such row. */
export function rowSum({ parts, count, grid }: CheckedGrid, row: string): number | null {
  if (!grid.rows.some(({ name }) => name === row)) return null;
  return parts.columns.reduce((sum, column) => sum + (count(row, column) ?? 0), 0);
}
