import { hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { documentRejectReasons } from '../../contracts/document/index.ts';
import { documentText, scannedDocument } from '../../contracts/kinds/index.ts';
import { defineStage, type Outcome, reject } from '../../store/index.ts';
import { writeReadFile } from '../document/write-read-file.ts';
import { readPictures } from '../picture/read-picture.ts';
import { keepDocument } from './keep-document.ts';
import { ocrOfProcess } from './ocr-of-process.ts';

/** The pictures of a document's pages, read by OCR as one text. Pages that cannot be read are
 *  rejects of their own; where none can, there is no document. */
export const readScannedDocument = defineStage({
  name: 'read-scanned-document',
  version: 2,
  takes: scannedDocument,
  makes: [documentText],
  settings: z.object({}),
  beforeGate: true,
  rejects: [...documentRejectReasons],
  batch: 1,
  async each({ data }, { blobs, signal }) {
    const { path: origin, title, pages } = data;
    const folder = await mkdtemp(path.join(tmpdir(), 'spinemed-scans-'));
    try {
      const files = new Map<string, string>();
      for (const [at, { sha256, path: name }] of pages.entries()) {
        const file = path.join(folder, `page-${at + 1}`);
        await pipeline(await blobs.open(sha256), createWriteStream(file, { mode: 0o600 }));
        files.set(file, name);
      }
      const source = {
        file: path.basename(origin),
        sha256: hash('sha256', pages.map(({ sha256 }) => sha256).join()),
        bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0),
        format: 'picture' as const,
      };
      const out = path.join(folder, 'out');
      let fileOf = new Map<number, string>();
      const document = await writeReadFile(out, source, async savePicture => {
        const ocr = ocrOfProcess();
        const pictures = await readPictures([...files.keys()], { ocr, savePicture, signal });
        fileOf = pictures.files;
        return pictures.read;
      });
      const rejects = document.rejects.map(({ reason, page }): Outcome => {
        const name = files.get(fileOf.get(page ?? 0) ?? '') ?? origin;
        return reject(reason, { place: `${name}, page ${page}` });
      });
      if (document.counts.pagesOut === 0) return rejects;
      return [await keepDocument(document, out, { origin, usualTitle: title, blobs }), ...rejects];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
