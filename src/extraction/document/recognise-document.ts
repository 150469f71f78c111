import { open } from 'node:fs/promises';
import { SpinemedError } from '../../errors/index.ts';

export type DocumentFormat = 'pdf' | 'jats' | 'picture';

const headBytes = 4096;

/** What a file is, by how it begins and not by its name. */
export async function recogniseDocument(file: string): Promise<DocumentFormat> {
  const head = await readHead(file);
  if (head.length === 0) throw fileError('file-empty', 'the file is empty', file);
  // Some writers put a few lines before the mark; readers look for it in the first kilobyte.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'picture';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'picture';
  if (/^(II[*+]\0|MM\0[*+])/.test(head.toString('latin1', 0, 4))) return 'picture';
  if (isXml(head)) return 'jats';
  throw fileError(
    'file-unrecognised',
    'the file is no PDF, JATS XML, PNG, JPEG or TIFF',
    file,
    'Convert it to one of these first.',
  );
}

/** Also in UTF-16. Whether it is JATS is for its reader to say. */
function isXml(head: Buffer): boolean {
  const text = head.toString('latin1').replaceAll('\0', '');
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*<(?:\?xml|!DOCTYPE|!--|[a-z])/i.test(text);
}

async function readHead(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw fileError('file-unreadable', 'the file cannot be read', file, undefined, cause);
  }
}

function fileError(code: string, message: string, place: string, hint?: string, cause?: unknown) {
  return new SpinemedError({ code, mender: 'user', message, place, hint, cause });
}
