import type { Format } from '../../contracts/kinds/index.ts';
import { tellFormat } from '../../imaging/readers/index.ts';
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
  // Before all others: a DICOM file may open as a TIFF for those who read its preamble.
  const picture = tellFormat(head);
  if (picture) return picture;
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(head.toString('latin1', 0, 4))) return 'tiff';
  return isPdf(head) ? 'pdf' : undefined;
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
