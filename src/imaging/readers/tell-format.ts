import { isBareDicom } from './is-bare-dicom.ts';
import { startOfGzip } from './start-of-gzip.ts';

export const storedFormats = ['dicom', 'nifti', 'metaimage', 'png', 'jpeg'] as const;
export type StoredFormat = (typeof storedFormats)[number];

/** From its first bytes, whatever it is called. 64 KiB of them are plenty. */
export function tellFormat(start: Uint8Array): StoredFormat | undefined {
  const head = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const begins = (text: string) => head.toString('latin1', 0, text.length) === text;
  if (head.toString('latin1', 128, 132) === 'DICM') return 'dicom';
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins('\xff\xd8\xff')) return 'jpeg';
  if (isNifti(head) || isNifti(startOfGzip(head))) return 'nifti';
  if (isMetaImage(head)) return 'metaimage';
  return isBareDicom(head) ? 'dicom' : undefined;
}

/** The size of its header in its first four bytes, in either byte order. */
function isNifti(head: Buffer): boolean {
  if (head.length < 348) return false;
  const sizes = [head.readInt32LE(0), head.readInt32BE(0)];
  if (sizes.includes(348)) return /^n[+i]1\0/.test(head.toString('latin1', 344, 348));
  return sizes.includes(540) && /^n[+i]2\0/.test(head.toString('latin1', 4, 8));
}

/** A header of lines, then values or the name of the file that has them. */
function isMetaImage(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 8192);
  const kind = /^\s*ObjectType\s*[=:]\s*(\S+)/m.exec(text)?.[1] ?? 'Image';
  return (
    /^\s*(Comment|ObjectType|ObjectSubType|NDims)\s*[=:]/.test(text) &&
    /^\s*NDims\s*[=:]\s*[1-9]/m.test(text) &&
    /^\s*(DimSize|ElementType|ElementDataFile)\s*[=:]/m.test(text) &&
    kind.toLowerCase() === 'image'
  );
}
