import path from 'node:path';
import { slashed } from '../../folder/origin-of.ts';
import { walk } from '../../folder/walk.ts';

/** A dataset on disk. Places are relative to its folder, with `/`. */
export type DatasetFolder = {
  root: string;
  /** Every file, in an order that does not depend on the disk. */
  files: readonly string[];
  /** What could not be looked into, or has a name that is no text. */
  obstacles: readonly string[];
  has(place: string): boolean;
  at(place: string): string;
};

export async function openFolder(root: string, signal: AbortSignal): Promise<DatasetFolder> {
  const files: string[] = [];
  const obstacles: string[] = [];
  for await (const { place, obstacle } of walk(root)) {
    signal.throwIfAborted();
    const relative = slashed(path.relative(root, place));
    // What archives packed on a Mac carry along: names like the files', and no files.
    if (relative.split('/').includes('__MACOSX')) continue;
    if (obstacle) obstacles.push(relative);
    else files.push(relative);
  }
  const known = new Set(files);
  return {
    root,
    files,
    obstacles,
    has: place => known.has(place),
    at: place => path.join(root, ...place.split('/')),
  };
}
