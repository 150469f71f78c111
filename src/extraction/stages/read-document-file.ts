import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { documentRejectReasons } from '../../contracts/document/index.ts';
import { documentFile, documentText } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { defineStage, made, type Outcome, reject } from '../../store/index.ts';
import { extractFile } from '../document/extract-file.ts';
import { openLocalOcr } from '../ocr/local-ocr.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';

/** One engine for the process, started by the first scan and kept for the next. */
let engine: OcrEngine | undefined;

/** A file that holds a whole document, as Markdown with its figures. Pages that cannot be read are
 *  rejects of their own. */
export const readDocumentFile = defineStage({
  name: 'read-document-file',
  version: 1,
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
      engine ??= openLocalOcr();
      const known = { path: file, name: path.basename(origin), sha256, bytes };
      const document = await extractFile(known, path.join(folder, 'out'), { ocr: engine });
      const out = (name: string) => readFile(path.join(folder, 'out', name));
      const markdown = await blobs.put(await out('document.md'));
      const details = await blobs.put(await out('document.json'));
      const pictures: Array<{ src: string; sha256: string }> = [];
      for (const figure of document.figures) {
        if (figure.file === null) continue;
        pictures.push({ src: figure.file, sha256: await blobs.put(await out(figure.file)) });
      }
      const { title, language } = document;
      const rejects = document.rejects.map(({ reason, page, place }): Outcome => {
        const where = page === null ? place : `page ${page}`;
        return reject(reason, { place: where ? `${origin}, ${where}` : origin });
      });
      return [
        made(
          documentText,
          { origin, title, language, markdown, details, pictures },
          { blobs: [markdown, details, ...new Set(pictures.map(each => each.sha256))] },
        ),
        ...rejects,
      ];
    } catch (error) {
      if (!(error instanceof SpinemedError) || error.mender !== 'user') throw error;
      return reject('document-unreadable', { place: origin, code: error.code });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
