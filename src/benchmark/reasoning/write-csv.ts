import { rename, writeFile } from 'node:fs/promises';

type Rows = ReadonlyArray<ReadonlyArray<string | number>>;

/** Whole or not at all, and for its owner alone. Spreadsheets know Chinese by a mark in front,
 *  which programs would take for a part of the first column's name. */
export async function writeCsv(
  file: string,
  rows: Rows,
  readBy: 'spreadsheets' | 'programs',
): Promise<void> {
  const [mark, end] = readBy === 'spreadsheets' ? ['\ufeff', '\r\n'] : ['', '\n'];
  const lines = rows.map(row => `${row.map(value => cell(String(value))).join(',')}${end}`);
  const part = `${file}.part-${process.pid}`;
  await writeFile(part, `${mark}${lines.join('')}`, { mode: 0o600 });
  await rename(part, file);
}

function cell(value: string): string {
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
