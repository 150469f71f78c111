/** Results go to standard output, everything else to standard error. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Columns padded to their widest cell; numbers to the right. */
export function table(head: string[], rows: Array<Array<string | number>>): string {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map(row => String(row[at]).length)),
  );
  const line = (cells: Array<string | number>) =>
    cells
      .map((cell, at) =>
        typeof cell === 'number' ? String(cell).padStart(widths[at]!) : cell.padEnd(widths[at]!),
      )
      .join('  ')
      .trimEnd();
  const numeric = head.map((_, at) => typeof rows[0]?.[at] === 'number');
  const title = head
    .map((name, at) => (numeric[at] ? name.padStart(widths[at]!) : name.padEnd(widths[at]!)))
    .join('  ');
  return [title.trimEnd(), ...rows.map(line)].join('\n');
}
