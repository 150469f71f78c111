import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { documentRejectReasons } from '../../contracts/document/index.ts';
import { documentFile, documentText } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { defineStage, type Outcome, reject } from '../../store/index.ts';
import { extractFile } from '../document/extract-file.ts';
import { keepDocument } from './keep-document.ts';
import { ocrOfProcess } from './ocr-of-process.ts';

/** A file that holds a whole document, as Markdown with its figures. Pages that cannot be read are
 *  rejects of their own. */
export const readDocumentFile = defineStage({
  name: 'read-document-file',
  version: 3,
  takes: documentFile,
  makes: [documentText],
  settings: z.object({}),
  beforeGate: true,
  rejects: ['document-unreadable', ...documentRejectReasons],
  batch: 4,
  async each({ data }, { blobs }) {
    const { path: origin, sha256, bytes } = data;
    const folder = await mkdtemp(path.join(tmpdir(), 'spinemed-document-'));
    try {
      const file = path.join(folder, `file.${data.format === 'jats' ? 'xml' : data.format}`);
      await pipeline(await blobs.open(sha256), createWriteStream(file, { mode: 0o600 }));
      const known = { path: file, name: path.basename(origin), sha256, bytes };
      const out = path.join(folder, 'out');
      const document = await extractFile(known, out, { ocr: ocrOfProcess() });
      const rejects = document.rejects.map(({ reason, page, place }): Outcome => {
        const where = page === null ? place : `page ${page}`;
        return reject(reason, { place: where ? `${origin}, ${where}` : origin });
      });
      return [await keepDocument(document, out, { origin, usualTitle: null, blobs }), ...rejects];
    } catch (error) {
      if (!(error instanceof SpinemedError) || error.mender !== 'user') throw error;
      return reject('document-unreadable', { place: origin, code: error.code });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
