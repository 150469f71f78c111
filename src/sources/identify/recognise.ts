import { gunzipSync } from 'node:zlib';
import type { Format } from '../../contracts/kinds/index.ts';

/** How much of a file `recognise` wants to see. */
export const headBytes = 64 * 1024;

/** The format of a file from its first bytes; its name only decides between kinds of plain
 *  text, which look alike. */
export function recognise(head: Buffer, name: string): Format | undefined {
  return bySignature(head) ?? inflated(head) ?? byText(head, name.toLowerCase());
}

function bySignature(head: Buffer): Format | undefined {
  const starts = (text: string, at = 0) =>
    head.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
  // PDF readers accept junk before the header, and files in the field have it.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (starts('\xff\xd8\xff')) return 'jpeg';
  if (starts('II*\0') || starts('MM\0*')) return 'tiff';
  if (starts('DICM', 128)) return 'dicom';
  if (isNifti(head)) return 'nifti';
  if (starts('PK\x03\x04')) return byArchive(head);
  return undefined;
}

/** NIfTI-1 says 348 in its first four bytes and NIfTI-2 says 540, in either byte order. */
function isNifti(head: Buffer): boolean {
  if (head.length < 348) return false;
  const sizes = [head.readInt32LE(0), head.readInt32BE(0)];
  const one = sizes.includes(348) && /^n[+i]1\0/.test(head.toString('latin1', 344, 348));
  const two = sizes.includes(540) && /^n[+i]2\0/.test(head.toString('latin1', 4, 8));
  return one || two;
}

function inflated(head: Buffer): Format | undefined {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return undefined;
  try {
    // Only the start is there, so the stream ends early; a bomb is stopped by the limit.
    const start = gunzipSync(head, { finishFlush: 2, maxOutputLength: 64 * headBytes });
    return isNifti(start) ? 'nifti' : undefined;
  } catch {
    return undefined;
  }
}

/** Office files are ZIPs that name their parts in clear near the start. */
function byArchive(head: Buffer): Format | undefined {
  if (head.includes('word/')) return 'docx';
  return head.includes('xl/') ? 'xlsx' : undefined;
}

function byText(head: Buffer, name: string): Format | undefined {
  const text = asText(head);
  if (text === undefined) return undefined;
  if (/^ObjectType\s*=|^NDims\s*=/m.test(text.slice(0, 2048))) return 'metaimage';
  const start = text.trimStart();
  if (
    start.startsWith('<') &&
    /<article[\s>]/.test(text) &&
    !/<html[\s>]/i.test(start.slice(0, 2048))
  )
    return 'jats';
  if (/\.(md|markdown|mdx)$/.test(name)) return 'markdown';
  if (/\.(csv|tsv)$/.test(name)) return 'csv';
  if (/\.jsonl?$/.test(name)) return /^[[{]/.test(start) ? 'json' : undefined;
  return /\.(txt|text)$/.test(name) ? 'text' : undefined;
}

/** MetaImage headers are text before binary values; everything else must be text throughout. */
function asText(head: Buffer): string | undefined {
  if (/^(ObjectType|NDims)\s*=/.test(head.toString('latin1', 0, 64)))
    return head.toString('latin1');
  if (head.includes(0)) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(head, { stream: head.length >= headBytes });
  } catch {
    // Hospital exports are often GB18030; a file that is neither is no text.
    return decodeGb18030(head);
  }
}

function decodeGb18030(head: Buffer): string | undefined {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(head, {
      stream: head.length >= headBytes,
    });
    return hasControlCharacters(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function hasControlCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}
