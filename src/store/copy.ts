import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export type CopyValue =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly string[]
  | { json: unknown };

/** Rows into a table by COPY: what moves in bulk goes this way. */
export async function copyIn(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly CopyValue[][],
): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(encodeChunks(rows), { objectMode: false }), stream);
}

const rowsAChunk = 500;

function* encodeChunks(rows: readonly CopyValue[][]): Generator<string> {
  for (let start = 0; start < rows.length; start += rowsAChunk) {
    let chunk = '';
    for (const row of rows.slice(start, start + rowsAChunk))
      chunk += `${row.map(encode).join('\t')}\n`;
    yield chunk;
  }
}

/** The rows of a query as JSON, streamed: whole tables pass through in constant memory. */
export async function* copyOut(pool: Pool, query: string): AsyncGenerator<unknown> {
  const client = await pool.connect();
  let whole = false;
  try {
    const stream = client.query(copyTo(`copy (select row_to_json(r) from (${query}) r) to stdout`));
    stream.setEncoding('utf8');
    let line: string[] = [];
    for await (const chunk of stream as AsyncIterable<string>) {
      let start = 0;
      for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
        line.push(chunk.slice(start, end));
        yield JSON.parse(decode(line.join('')));
        line = [];
        start = end + 1;
      }
      line.push(chunk.slice(start));
    }
    whole = true;
  } finally {
    // Whoever stops early leaves the server sending: only closing the connection ends that.
    client.release(!whole);
  }
}

function encode(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string')
    return escapeText(value.includes('\0') ? withoutNul(value) : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (isList(value)) return escapeText(`{${value.map(quoteElement).join(',')}}`);
  return escapeText(encodeJson(value.json));
}

function isList(value: CopyValue): value is readonly string[] {
  return Array.isArray(value);
}

function quoteElement(text: string): string {
  return `"${withoutNul(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

// Chains of native replacements: with a callback a match, large texts take seconds.

function escapeText(text: string): string {
  if (!/[\\\n\r\t]/.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

function decode(line: string): string {
  if (!line.includes('\\')) return line;
  // NUL, which PostgreSQL never sends, keeps the backslashes that are meant as such.
  return line
    .replaceAll('\\\\', '\0')
    .replaceAll('\\n', '\n')
    .replaceAll('\\r', '\r')
    .replaceAll('\\t', '\t')
    .replaceAll('\0', '\\');
}

/** PostgreSQL's jsonb holds neither NUL nor half a surrogate pair, and broken files are full
 *  of both: they become U+FFFD rather than the end of a batch. */
export function encodeJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return text;
  return JSON.stringify(JSON.parse(text, (_, inner) => wellFormed(inner)));
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return withoutNul(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [withoutNul(key), inner]));
}

function withoutNul(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
