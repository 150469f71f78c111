import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Makes the folders on the way. */
export async function writeInto(root: string, place: string, content: string | Uint8Array) {
  const file = path.join(root, ...place.split('/'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Where a picture goes, its folders made. */
export async function placeInto(root: string, place: string): Promise<string> {
  const file = path.join(root, ...place.split('/'));
  await mkdir(path.dirname(file), { recursive: true });
  return file;
}
