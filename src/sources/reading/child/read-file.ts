import type { AnswerTo, ReadRequest, Task } from '../protocol.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';

type Readers = { [T in Task]: (bytes: Buffer) => Promise<AnswerTo<T>> };

/** Each loads what it needs when it is first asked for. */
const readers: Readers = {
  csv: async bytes => readCsv(bytes),
  json: async bytes => readJson(bytes),
  xlsx: async bytes => (await import('./read-xlsx.ts')).readXlsx(bytes),
  qti: async bytes => (await import('./read-qti.ts')).readQti(bytes),
  docx: async bytes => (await import('./read-docx.ts')).readDocx(bytes),
};

export async function readFile({ task, bytes }: ReadRequest): Promise<unknown> {
  return readers[task](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}
