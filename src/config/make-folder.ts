import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { SpinemedError } from '../errors/index.ts';

/** One folder after the other: asked to make a whole path, Node never comes back where the
 *  kernel answers that a parent is not there although it is, as below /proc. */
export function makeFolder(folder: string, mode = 0o700): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another thread or process may have made it in between.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && existsSync(folder)) return;
    throw code === 'ENOENT' ? noFolderThere(folder, error) : error;
  }
}

function noFolderThere(place: string, cause: unknown): SpinemedError {
  return new SpinemedError({
    code: 'no-folder-there',
    mender: 'user',
    message: 'the system lets nobody make a folder there',
    place,
    cause,
  });
}
