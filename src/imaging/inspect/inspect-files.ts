import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { describePictureFile, type ReadFileOptions } from '../readers/read-picture-file.ts';
import type { PictureDescription } from './describe-picture.ts';

export type Inspected =
  | { file: string; description: PictureDescription }
  | { file: string; error: SpinemedError };

/** Files as they are given, and all that are in the folders among them: one answer a file, but
 *  none for files that a header beside them has the values in. */
export async function* inspectFiles(
  paths: readonly string[],
  options: ReadFileOptions = {},
): AsyncGenerator<Inspected> {
  const held = new Set<string>();
  for (const given of paths) {
    const isFolder = (await stat(given)).isDirectory();
    const files = isFolder ? walk(given) : [given];
    for await (const file of files) {
      if (isFolder && held.has(path.resolve(file))) continue;
      const inspected = await inspect(file, options);
      if ('description' in inspected) {
        for (const name of inspected.description.valueFiles)
          held.add(path.resolve(path.dirname(file), name));
      }
      yield inspected;
    }
  }
}

async function inspect(file: string, options: ReadFileOptions): Promise<Inspected> {
  try {
    return { file, description: await describePictureFile(file, options) };
  } catch (error) {
    if (error instanceof SpinemedError) return { file, error };
    throw error;
  }
}

/** In order of their names, headers before the values that they speak of; links to folders may
 *  lead in a circle and are not followed. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(place);
    else if (entry.isFile()) yield place;
    else if (entry.isSymbolicLink() && (await stat(place).catch(() => null))?.isFile()) yield place;
  }
}

function rank(name: string): number {
  return /\.(mhd|hdr|hdr\.gz)$/i.test(name) ? 0 : 1;
}
