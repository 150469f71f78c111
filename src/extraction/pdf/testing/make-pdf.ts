import { deflateSync } from 'node:zlib';

export type PdfPart = string | { dictionary: string; stream: Uint8Array };

/** A PDF file of these objects, numbered from 1; the first is the catalogue. */
export function makePdf(parts: readonly PdfPart[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = pieces[0]!.length;
  const push = (piece: Uint8Array | string) => {
    const bytes = Buffer.from(piece as string);
    pieces.push(bytes);
    length += bytes.length;
  };
  parts.forEach((part, at) => {
    offsets.push(length);
    push(`${at + 1} 0 obj\n`);
    if (typeof part === 'string') push(part);
    else {
      push(`<< ${part.dictionary} /Length ${part.stream.length} >>\nstream\n`);
      push(part.stream);
      push('\nendstream');
    }
    push('\nendobj\n');
  });
  const at = length;
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  push(`xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${rows.join('')}`);
  push(`trailer << /Size ${parts.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`);
  return Buffer.concat(pieces);
}

/** Pages of drawing operators; `more` are objects from number 4 on that the resources name. */
export function makePages(
  contents: readonly string[],
  options: { resources?: string; more?: PdfPart[]; catalogue?: string } = {},
): Buffer {
  const { resources = '', more = [], catalogue = '' } = options;
  const first = 4 + more.length;
  const kids = contents.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  return makePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
    ...contents.flatMap((content, at): PdfPart[] => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F 3 0 R >> ${resources} >> >>`,
      deflated('', content),
    ]),
  ]);
}

export function deflated(dictionary: string, content: string | Uint8Array): PdfPart {
  return { dictionary: `${dictionary} /Filter /FlateDecode`, stream: deflateSync(content) };
}

export function textAt(x: number, y: number, text: string, size = 10): string {
  return `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;
}
