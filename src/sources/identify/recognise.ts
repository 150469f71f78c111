import { gunzipSync } from 'node:zlib';
import type { Format } from '../../contracts/kinds/index.ts';
import { isBareDicom } from './is-bare-dicom.ts';
import type { Ends } from './read-ends.ts';
import { isZip } from './read-ends.ts';
import { recogniseText } from './recognise-text.ts';
import { recogniseZip } from './recognise-zip.ts';

/** The format of a file from its bytes; its name only decides between kinds of plain text,
 *  which look alike. */
export function recognise({ head, tail }: Ends, name: string): Format | undefined {
  return (
    bySignature(head) ??
    (isZip(head) ? recogniseZip(tail ?? head) : undefined) ??
    recogniseText(head, name.toLowerCase())
  );
}

function bySignature(head: Buffer): Format | undefined {
  const starts = (...texts: string[]) =>
    texts.includes(head.toString('latin1', 0, texts[0]!.length));
  // Before all others: a DICOM file may open as a TIFF for those who read its preamble.
  if (head.toString('latin1', 128, 132) === 'DICM' || isBareDicom(head)) return 'dicom';
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (starts('\xff\xd8\xff')) return 'jpeg';
  if (starts('II*\0', 'MM\0*', 'II+\0', 'MM\0+')) return 'tiff';
  if (isNifti(head) || isNifti(startOfGzip(head))) return 'nifti';
  if (isMetaImage(head)) return 'metaimage';
  return isPdf(head) ? 'pdf' : undefined;
}

/** NIfTI-1 says 348 in its first four bytes and NIfTI-2 says 540, in either byte order. */
function isNifti(head: Buffer): boolean {
  if (head.length < 348) return false;
  const sizes = [head.readInt32LE(0), head.readInt32BE(0)];
  if (sizes.includes(348)) return /^n[+i]1\0/.test(head.toString('latin1', 344, 348));
  return sizes.includes(540) && /^n[+i]2\0/.test(head.toString('latin1', 4, 8));
}

/** Deflate makes at most a thousandfold of what it is given: four kilobytes of a mask that is
 *  all background are plenty for a header, and of a bomb no more than four megabytes. */
function startOfGzip(head: Buffer): Buffer {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return Buffer.alloc(0);
  try {
    // Z_SYNC_FLUSH: only the start is there, so the stream ends early.
    return gunzipSync(head.subarray(0, 4096), { finishFlush: 2 });
  } catch {
    return Buffer.alloc(0);
  }
}

/** A header of lines, then binary values or the name of the file that has them. */
function isMetaImage(head: Buffer): boolean {
  const header = head.toString('latin1', 0, 8192);
  return (
    /^(Comment|ObjectType|NDims)\s*=/.test(header) &&
    /^NDims\s*=\s*[1-9]/m.test(header) &&
    /^(DimSize|ElementType|ElementDataFile)\s*=/m.test(header) &&
    (/^ObjectType\s*=\s*(\S+)/m.exec(header)?.[1] ?? 'Image') === 'Image'
  );
}

/** Readers accept junk before the header, and files in the field have it: a mail's, a
 *  printer's. What only speaks of PDF has no objects after it. */
function isPdf(head: Buffer): boolean {
  const text = head.toString('latin1');
  const at = text.slice(0, 1024).search(/%PDF-\d/);
  if (at < 0) return false;
  return (
    /^[\s\xef\xbb\xbf]*$/.test(text.slice(0, at)) || /\b\d+\s+\d+\s+obj\b/.test(text.slice(at))
  );
}
