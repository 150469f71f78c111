import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pictureName } from './rendered-journal.ts';

/** How the door to the models gets the pictures of a build. */
export function readRendered(folder: string): (sha256: string) => Promise<Buffer> {
  return sha256 => readFile(path.join(folder, pictureName(sha256)));
}
