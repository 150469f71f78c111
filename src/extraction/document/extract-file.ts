import type { SpineDocument } from '../../contracts/document/index.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { readPicture } from '../picture/read-picture.ts';
import { extractJats } from './extract-jats.ts';
import { extractionVersion } from './extraction-version.ts';
import type { KnownFile } from './known-file.ts';
import { recogniseDocument } from './recognise-document.ts';
import { writeReadFile } from './write-read-file.ts';

export type ExtractOptions = {
  ocr: OcrEngine;
  onPage?: ((done: number, of: number) => void) | undefined;
};

/** Reads a file and writes document.md, figures/ and document.json into a folder. */
export async function extractFile(
  file: KnownFile,
  folder: string,
  options: ExtractOptions,
): Promise<SpineDocument> {
  const format = await recogniseDocument(file.path);
  if (format === 'jats') return extractJats(file, folder, { extraction: extractionVersion });
  const read = format === 'pdf' ? readPdf : readPicture;
  const { name, sha256, bytes } = file;
  return writeReadFile(folder, { file: name, sha256, bytes, format }, savePicture =>
    read(file.path, { ...options, savePicture }),
  );
}
