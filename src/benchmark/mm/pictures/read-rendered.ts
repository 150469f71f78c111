import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SpinemedError } from '../../../errors/index.ts';
import { pictureName } from './rendered-journal.ts';

/** How the door to the models gets the pictures of a build. */
export function readRendered(folder: string): (sha256: string) => Promise<Buffer> {
  return async sha256 => {
    const file = path.join(folder, pictureName(sha256));
    return readFile(file).catch(() => {
      throw new SpinemedError({
        code: 'picture-missing',
        mender: 'user',
        message: 'a picture of the build is not there any more',
        place: file,
        hint: 'Run `./spinemed bench-mm build` again: it makes what is missing.',
      });
    });
  };
}
