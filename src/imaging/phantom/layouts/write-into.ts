import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../../config/index.ts';

/** Makes the folders on the way. */
export async function writeInto(root: string, place: string, content: string | Uint8Array) {
  const file = path.join(root, ...place.split('/'));
  makeFolder(path.dirname(file), 0o755);
  await writeFile(file, content);
}

/** Where a picture goes, its folders made. */
export async function placeInto(root: string, place: string): Promise<string> {
  const file = path.join(root, ...place.split('/'));
  makeFolder(path.dirname(file), 0o755);
  return file;
}
