/** Rows of cells (inline Markdown) as a Markdown table: the first row heads it. Short rows are
 *  filled up with empty cells. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(1, ...rows.map(row => row.length));
  const lines = rows.map(row =>
    lineOf(Array.from({ length: columns }, (_, at) => cellOf(row[at] ?? ''))),
  );
  const rule = lineOf(Array.from({ length: columns }, () => '---'));
  return [lines[0] ?? lineOf(Array(columns).fill('')), rule, ...lines.slice(1)].join('\n');
}

function lineOf(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellOf(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim();
}
