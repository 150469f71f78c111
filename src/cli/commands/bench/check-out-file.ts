import { statSync } from 'node:fs';
import path from 'node:path';
import { SpinemedError } from '../../../errors/index.ts';

/** Told before the work that is to be written there. */
export function checkOutFile(out: string): void {
  const folder = path.dirname(path.resolve(out));
  const isFolder = (place: string) => statSync(place, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder(out)) throw cannot('a file is wanted and this is a folder', out);
  if (!isFolder(folder)) throw cannot('the folder of the file is not there', folder);
}

/** A sheet that somebody filled in is worth more than one drawn anew. */
export function refuseExisting(out: string): void {
  if (!statSync(out, { throwIfNoEntry: false })) return;
  throw cannot('this file is there already, and may have been filled in', out);
}

function cannot(message: string, place: string): SpinemedError {
  return new SpinemedError({
    code: 'out-unfit',
    mender: 'user',
    message,
    place,
    hint: 'Give --out another name.',
  });
}
