import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** One folder after the other: asked to make a whole path, Node never comes back where the
 *  kernel answers that a parent is not there although it is, as below /proc. */
export function makeFolder(folder: string, mode = 0o700): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  mkdirSync(folder, { mode });
}
