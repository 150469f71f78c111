import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SpineDocument } from '../../contracts/document/index.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { readPicture } from '../picture/read-picture.ts';
import { extractJats } from './extract-jats.ts';
import type { KnownFile } from './known-file.ts';
import { recogniseDocument } from './recognise-document.ts';
import { writeDocument } from './write-document.ts';

export type ExtractOptions = {
  ocr: OcrEngine;
  onPage?: ((done: number, of: number) => void) | undefined;
};

/** Raised whenever the same file would give another document. */
export const extractionVersion = '1';

/** Reads a file and writes document.md, figures/ and document.json into a folder. */
export async function extractFile(
  file: KnownFile,
  folder: string,
  options: ExtractOptions,
): Promise<SpineDocument> {
  const format = await recogniseDocument(file.path);
  const software = { extraction: extractionVersion };
  if (format === 'jats') return extractJats(file, folder, software);
  const figures = path.join(folder, 'figures');
  await mkdir(figures, { recursive: true });
  const savePicture = async (name: string, png: Uint8Array) => {
    await writeFile(path.join(figures, name), png);
    return hash('sha256', png);
  };
  const read = await (format === 'pdf' ? readPdf : readPicture)(file.path, {
    ...options,
    savePicture,
  });
  const { pagesIn, pages, software: engines, ...rest } = read;
  return writeDocument(folder, {
    schema: 'spinemed-document-1',
    source: { file: file.name, sha256: file.sha256, bytes: file.bytes, format },
    software: { ...software, ...engines },
    licence: null,
    identifiers: {},
    pages,
    ...rest,
    citations: [],
    counts: { pagesIn, pagesOut: pages.length, pagesRejected: pagesIn - pages.length },
  });
}
