import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decodeText, type Encoding } from '../../reading/decode-text.ts';
import { limits } from '../../reading/limits.ts';
import type { Row } from '../../reading/protocol.ts';

/** `brokenAfter`: the number of the last row before what cannot be read; null where all was. */
export type ReadRows = { rows: Row[]; brokenAfter: number | null };

const headBytes = 64 * 1024;
/** The largest table of these datasets has 50,000 rows. */
const mostRows = 2_000_000;

/** The rows of a table of text, piece by piece: it may be larger than what is read at once. Blank
 *  rows are left out, numbers count them. */
export async function readRows(file: string, signal: AbortSignal): Promise<ReadRows> {
  const rows: Row[] = [];
  let number = 0;
  try {
    const { encoding, delimiter } = await sniff(file);
    const pieces = Readable.from(decoded(file, encoding, signal));
    const parser = pieces.pipe(
      parse({
        delimiter,
        bom: true,
        relax_column_count: true,
        relax_quotes: true,
        // A quote without its end would else swallow the rest of the file.
        max_record_size: 4 * limits.cellCharacters,
      }),
    );
    // Else its error ends the process, not this loop.
    pieces.once('error', error => parser.destroy(error));
    for await (const cells of parser as AsyncIterable<string[]>) {
      number++;
      if (rows.length >= mostRows || cells.length > limits.columns)
        return { rows, brokenAfter: number - 1 };
      if (cells.some(cell => cell.trim())) rows.push({ number, cells });
    }
  } catch {
    signal.throwIfAborted();
    return { rows, brokenAfter: number };
  }
  return { rows, brokenAfter: null };
}

async function* decoded(file: string, encoding: Encoding, signal: AbortSignal) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file, { signal, highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function sniff(file: string): Promise<{ encoding: Encoding; delimiter: string }> {
  const head = await headOf(file);
  const found = decodeText(head);
  if (!found) throw new Error('no text');
  const [first = ''] = found.text.split(/\r?\n|\r/, 1);
  const counts = [',', '\t', ';'].map(sign => ({ sign, n: first.split(sign).length }));
  const best = counts.reduce((a, b) => (b.n > a.n ? b : a));
  return { encoding: found.encoding, delimiter: best.sign };
}

/** Whole lines only: half a letter at the end would make the text look like another encoding. */
async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(bytes, 0, headBytes, 0);
    const head = bytes.subarray(0, bytesRead);
    const end = bytesRead === headBytes ? head.lastIndexOf(10) + 1 : bytesRead;
    return head.subarray(0, end || bytesRead);
  } finally {
    await handle.close();
  }
}
