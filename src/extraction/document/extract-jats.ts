import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SpineDocument } from '../../contracts/document/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { picturesBeside, readJats } from '../jats/index.ts';
import type { KnownFile } from './known-file.ts';
import { writeDocument } from './write-document.ts';

const largestBytes = 200 * 1024 * 1024;

/** The article into the folder; what stands for itself beside it (a translation, a reply, the next
 *  article of an archive) into parts/2, parts/3 … of it. */
export async function extractJats(
  file: KnownFile,
  folder: string,
  software: Record<string, string>,
): Promise<SpineDocument> {
  if (file.bytes > largestBytes) throw tooLarge(file.path);
  const beside = picturesBeside(path.dirname(file.path));
  const parts = readJats(await readFile(file.path), {
    file: file.name,
    pictureOf: beside.pictureOf,
  });
  const written: SpineDocument[] = [];
  for (const [at, { document }] of parts.entries()) {
    const place = at === 0 ? folder : path.join(folder, 'parts', String(at + 1));
    await mkdir(path.join(place, 'figures'), { recursive: true });
    for (const figure of document.figures) {
      const picture = figure.file === null ? undefined : beside.found.get(figure.file);
      if (picture && figure.file) await copyFile(picture.from, path.join(place, figure.file));
    }
    const draft = { ...document, software: { ...software, ...document.software } };
    written.push(await writeDocument(place, draft));
  }
  return written[0]!;
}

function tooLarge(place: string): SpinemedError {
  return new SpinemedError({
    code: 'file-over-limit',
    mender: 'user',
    message: 'the XML file is larger than 200 MB',
    place,
    hint: 'Split the archive into its articles.',
  });
}
