import { z } from 'zod';
import { caseFile, caseItem, type Format } from '../../contracts/kinds/index.ts';
import { defineStage, made, reject } from '../../store/index.ts';
import { decodeText } from '../reading/decode-text.ts';
import { limits } from '../reading/limits.ts';
import type { Failure } from '../reading/protocol.ts';
import { readApart } from '../reading/read-apart.ts';

/** Takes the text out of a case's records. Pictures, volumes and PDF go on as they are. */
export const readCaseFile = defineStage({
  name: 'read-case-file',
  version: 2,
  takes: caseFile,
  makes: [caseItem],
  settings: z.object({}),
  rejects: ['broken', 'encrypted', 'over-limits'],
  beforeGate: true,
  batch: 50,
  parallel: 2,
  async each({ data }, { blobs, signal }) {
    const place = `case ${data.case}, file ${data.file}`;
    if (!isRecord(data.format))
      return made(caseItem, { ...data, text: null }, { blobs: [data.sha256] });
    if (data.bytes > limits.fileBytes) return reject('over-limits', { place });
    const read = await textOf(data.format, await blobs.get(data.sha256), signal);
    if ('why' in read) return reject(read.why, { place });
    const text = await blobs.put(Buffer.from(read.text.toWellFormed()));
    return made(caseItem, { ...data, text }, { blobs: [data.sha256, text] });
  },
});

const records = ['text', 'markdown', 'csv', 'json', 'docx', 'xlsx'] as const;
type RecordFormat = (typeof records)[number];

function isRecord(format: Format): format is RecordFormat {
  return (records as readonly Format[]).includes(format);
}

async function textOf(
  format: RecordFormat,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<{ text: string } | { why: Failure }> {
  if (format === 'docx') {
    const read = await readApart('docx', bytes, signal);
    return 'why' in read ? read : { text: read.value };
  }
  if (format === 'xlsx') {
    const read = await readApart('xlsx', bytes, signal);
    if ('why' in read) return read;
    const sheets = read.value.map(({ rows }) =>
      rows.map(({ cells }) => cells.join('\t')).join('\n'),
    );
    return { text: sheets.join('\n\n') };
  }
  const decoded = decodeText(bytes);
  return decoded ? { text: decoded.text.replace(/^\ufeff/, '') } : { why: 'broken' };
}
