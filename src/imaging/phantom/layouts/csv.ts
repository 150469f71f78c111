import type { CaseRows } from './layout.ts';

/** Cells are quoted where they must be. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(row => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows of one table, of all cases. */
export function rowsOf(rows: readonly CaseRows[], table: string) {
  return rows.flatMap(ofCase => ofCase[table] ?? []);
}
