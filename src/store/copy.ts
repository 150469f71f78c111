import { once } from 'node:events';
import type { PoolClient } from 'pg';
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
  const done = once(stream, 'finish');
  for (let start = 0; start < rows.length; start += rowsAChunk) {
    let chunk = '';
    for (const row of rows.slice(start, start + rowsAChunk))
      chunk += `${row.map(encode).join('\t')}\n`;
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}

const rowsAChunk = 500;

/** The rows of a query as JSON, streamed: whole tables pass through in constant memory. */
export async function* copyOut(client: PoolClient, query: string): AsyncGenerator<unknown> {
  const stream = client.query(copyTo(`copy (select row_to_json(r) from (${query}) r) to stdout`));
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(decode(line));
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
  return `"${withoutNul(text).replace(/["\\]/g, '\\$&')}"`;
}

const special = /[\\\n\r\t]/;
const names: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeText(text: string): string {
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, char => names[char]!) : text;
}

function decode(line: string): string {
  return line.includes('\\') ? line.replace(/\\(.)/g, (_, char) => decoded[char] ?? char) : line;
}

const decoded: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** PostgreSQL's jsonb holds neither NUL nor half a surrogate pair, and broken files are full
 *  of both: they become U+FFFD rather than the end of a batch. */
export function encodeJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return text;
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'string' ? withoutNul(inner) : inner,
  );
}

function withoutNul(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
