import { readEnds } from '../identify/read-ends.ts';
import { recognise } from '../identify/recognise.ts';
import { readApart } from '../reading/read-apart.ts';
import { readEntries } from './read-entries.ts';
import { readItems } from './read-items.ts';
import { type FoundRow, readRows } from './read-rows.ts';

export const bankReasons = [
  'not-a-question-bank',
  'columns-not-recognised',
  'broken',
  'encrypted',
  'over-limits',
] as const;

export type ReadBank = { rows: FoundRow[] } | { reason: (typeof bankReasons)[number] };

/** The rows of a bank's file in whatever format it is, or why there are none. */
export async function readBank(
  bytes: Buffer,
  name: string,
  signal: AbortSignal,
): Promise<ReadBank> {
  const format = await formatOf(bytes, name);
  if (!format) return { reason: 'not-a-question-bank' };
  const read = await readAs(format, bytes, signal);
  if ('why' in read) return { reason: read.why };
  return read.rows ? { rows: read.rows } : { reason: 'columns-not-recognised' };
}

type BankFormat = 'csv' | 'xlsx' | 'json' | 'qti';

async function formatOf(bytes: Buffer, name: string): Promise<BankFormat | undefined> {
  const head = bytes.toString('latin1', 0, 64 * 1024);
  if (/<(?:\w+:)?(?:questestinterop|assessmentItem|assessmentTest)\b/.test(head)) return 'qti';
  // What has a password is an older container, which nothing else here is.
  if (/\.xlsx$/i.test(name) && head.startsWith('\xd0\xcf\x11\xe0')) return 'xlsx';
  const format = recognise(await readEnds(piecesOf(bytes)), name);
  if (format === 'text') return 'csv';
  return format === 'csv' || format === 'xlsx' || format === 'json' ? format : undefined;
}

async function* piecesOf(bytes: Buffer) {
  yield bytes;
}

async function readAs(format: BankFormat, bytes: Buffer, signal: AbortSignal) {
  if (format === 'qti') {
    const read = await readApart('qti', bytes, signal);
    return 'why' in read ? read : { rows: readItems(read.value) };
  }
  if (format === 'json') {
    const read = await readApart('json', bytes, signal);
    return 'why' in read ? read : { rows: readEntries(read.value) };
  }
  const read = await readApart(format, bytes, signal);
  return 'why' in read ? read : { rows: readRows(read.value) };
}
