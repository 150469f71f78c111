import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SpineDocument } from '../../contracts/document/index.ts';
import { extractionVersion } from './extraction-version.ts';
import type { ReadFile } from './read-file.ts';
import { writeDocument } from './write-document.ts';

type SavePicture = (name: string, png: Uint8Array) => Promise<string>;

/** Writes document.md, figures/ and document.json of what has pages into a folder. */
export async function writeReadFile(
  folder: string,
  source: SpineDocument['source'],
  readFile: (savePicture: SavePicture) => Promise<ReadFile>,
): Promise<SpineDocument> {
  const figures = path.join(folder, 'figures');
  await mkdir(figures, { recursive: true });
  const read = await readFile(async (name, png) => {
    await writeFile(path.join(figures, name), png);
    return hash('sha256', png);
  });
  const { pagesIn, pages, software, ...rest } = read;
  return writeDocument(folder, {
    schema: 'spinemed-document-1',
    source,
    software: { extraction: extractionVersion, ...software },
    licence: null,
    identifiers: {},
    pages,
    ...rest,
    citations: [],
    counts: { pagesIn, pagesOut: pages.length, pagesRejected: pagesIn - pages.length },
  });
}
