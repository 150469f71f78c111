import { parse } from 'csv-parse/sync';
import { decodeText } from '../decode-text.ts';
import { limits } from '../limits.ts';
import type { Row, Sheet } from '../protocol.ts';
import { ReadFailure } from '../read-failure.ts';

const delimiters = [',', '\t', ';', '|', '，'];

/** A table of text, whatever its encoding and delimiter. A row's number is that of its first
 *  line's row, not of the line: cells may hold line breaks. */
export function readCsv(bytes: Buffer): Sheet[] {
  const decoded = decodeText(bytes);
  if (!decoded) throw new ReadFailure('broken');
  const { delimiter, body } = statedDelimiter(decoded.text.replace(/^\ufeff/, ''));
  const records: string[][] = parse(body, {
    delimiter: delimiter ?? sniffDelimiter(body),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // An opening quote without its end would else swallow the rest of the file.
    max_record_size: 4 * limits.cellCharacters,
    to: limits.rows + 1,
  });
  if (records.length > limits.rows) throw new ReadFailure('over-limits');
  const offset = delimiter === undefined ? 1 : 2;
  const rows = records.flatMap((cells, index): Row[] => {
    if (cells.length > limits.columns) throw new ReadFailure('over-limits');
    return cells.some(cell => cell.trim()) ? [{ number: index + offset, cells }] : [];
  });
  return [{ rows }];
}

/** Spreadsheets write `sep=;` as the first line, and mean it for themselves. */
function statedDelimiter(text: string): { delimiter?: string; body: string } {
  const stated = /^sep=(.)\r?\n/.exec(text);
  return stated ? { delimiter: stated[1]!, body: text.slice(stated[0].length) } : { body: text };
}

/** The one that cuts the first records into the most even columns. */
function sniffDelimiter(text: string): string {
  const head = text.slice(0, 64 * 1024);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = widthsOf(head, delimiter).filter(width => width > 1);
    if (widths.length === 0) continue;
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width, agreeing] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    const score = agreeing * Math.min(width, 8);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function widthsOf(head: string, delimiter: string): number[] {
  try {
    const records: string[][] = parse(head, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: 50,
    });
    return records.map(record => record.length);
  } catch {
    // The head may end inside a quoted cell: lines have to do.
    return head
      .split(/\r?\n/, 50)
      .filter(line => line.trim())
      .map(line => line.split(delimiter).length);
  }
}
