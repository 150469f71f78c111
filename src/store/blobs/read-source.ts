import { createReadStream } from 'node:fs';
import { nameOf, SpinemedError } from '../../errors/index.ts';

/** The bytes of a file that is to become a blob. What fails here is the file's fault, and is
 *  told from the storage's. */
export async function* readSource(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file, { highWaterMark: 1 << 18 });
  } catch (error) {
    throw new SpinemedError({
      code: 'file-unreadable',
      mender: 'user',
      message: `a file could not be read: ${nameOf(error)}`,
      place: file,
      hint: 'Give yourself the right to read it, or take it out of the folder.',
      cause: error,
    });
  }
}

export function changedSource(file: string): SpinemedError {
  return new SpinemedError({
    code: 'file-changed',
    mender: 'retry',
    message: 'a file changed while it was read',
    place: file,
    hint: 'Wait until what writes it has ended.',
  });
}
