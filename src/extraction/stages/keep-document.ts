import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SpineDocument } from '../../contracts/document/index.ts';
import { documentText } from '../../contracts/kinds/index.ts';
import { type Blobs, made, type Outcome } from '../../store/index.ts';
import { absentPictures } from './absent-pictures.ts';

/** A document that was written into a folder, as a thing with its files among the blobs. */
export async function keepDocument(
  { title, language, figures }: SpineDocument,
  folder: string,
  { origin, usualTitle, blobs }: { origin: string; usualTitle: string | null; blobs: Blobs },
): Promise<Outcome> {
  const keep = async (name: string) => blobs.put(await readFile(path.join(folder, name)));
  const markdown = await keep('document.md');
  const details = await keep('document.json');
  const pictures: Array<{ src: string; sha256: string }> = [];
  for (const { file } of figures) {
    if (file !== null) pictures.push({ src: file, sha256: await keep(file) });
  }
  const absent = absentPictures(figures);
  return made(
    documentText,
    { origin, title: title ?? usualTitle, language, markdown, details, pictures, absent },
    { blobs: [markdown, details, ...new Set(pictures.map(({ sha256 }) => sha256))] },
  );
}
