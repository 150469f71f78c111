import mammoth from 'mammoth';
import { limits } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';
import { openZip } from './open-zip.ts';

/** The text of a letter, a paragraph or a cell of a table to a line. */
export async function readDocx(bytes: Buffer): Promise<string> {
  const zip = await openZip(bytes);
  // Inflated here once under the limit, before mammoth does so without one.
  for (const name of zip.names) if (/\.xml$/i.test(name)) await zip.read(name);
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  if (value.length > limits.inflatedBytes / 4) throw new ReadFailure('over-limits');
  return value.replace(/\n{3,}/g, '\n\n').trim();
}
