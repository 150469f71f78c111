import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SpinemedError } from '../../errors/index.ts';
import { fileUnreadable } from '../readers/read-errors.ts';
import { emptyFolder, noSuchFile, notAFile } from './inspect-errors.ts';

/** What stands at a place: a file to read, or why none can be. */
export type Found = { file: string; error?: SpinemedError };

/** A path as it is given, where a link is followed; undefined where there is something to look at. */
export async function faultOfPath(given: string): Promise<SpinemedError | undefined> {
  const found = await statOrNull(given);
  if (found?.isFile() || found?.isDirectory()) return undefined;
  const isThere = found ?? (await lstat(given).catch(() => null));
  return isThere ? notAFile(found) : noSuchFile();
}

/** All that is in a folder and in those below it, in order of names, headers before the values
 *  that they speak of. Names that begin with a dot are nobody's pictures. */
export async function* findFiles(folder: string): AsyncGenerator<Found> {
  let isEmpty = true;
  for await (const found of walk(folder)) {
    isEmpty = false;
    yield found;
  }
  if (isEmpty) yield { file: folder, error: emptyFolder() };
}

async function* walk(folder: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!entries) return yield { file: folder, error: fileUnreadable() };
  const shown = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
  for (const entry of shown) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else if (entry.isFile()) yield { file };
    else {
      // A link to a folder may lead in a circle and is not followed.
      const found = await statOrNull(file);
      yield found?.isFile() ? { file } : { file, error: notAFile(found) };
    }
  }
}

function statOrNull(place: string) {
  return stat(place).catch(() => null);
}

function rank(name: string): number {
  return /\.(mhd|hdr|hdr\.gz)$/i.test(name) ? 0 : 1;
}
