import { rename, writeFile } from 'node:fs/promises';

/** As Excel reads it, Chinese included. Whole or not at all, and for its owner alone. */
export async function writeCsv(
  file: string,
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
): Promise<void> {
  const lines = rows.map(row => `${row.map(value => cell(String(value))).join(',')}\r\n`);
  const part = `${file}.part-${process.pid}`;
  await writeFile(part, `\ufeff${lines.join('')}`, { mode: 0o600 });
  await rename(part, file);
}

function cell(value: string): string {
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
