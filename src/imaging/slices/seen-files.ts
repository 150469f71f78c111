import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { SliceCase } from './find-cases.ts';

/** Where each file is, and what the disk says of it: what is written anew or put in its place has
 *  another time, though it may be as large. */
export type Seen = ReadonlyMap<string, string>;

export async function lookAt(files: Iterable<string>): Promise<Seen> {
  const seen = new Map<string, string>();
  for (const file of new Set([...files].map(one => path.resolve(one)))) {
    const found = await stat(file, { bigint: true }).catch(() => undefined);
    seen.set(file, found ? `${found.size} ${found.mtimeNs} ${found.ctimeNs}` : 'gone');
  }
  return seen;
}

/** One hash of it all, since where a file lies is nobody's business who is given the slices. */
export function digestOfSeen(seen: Seen): string {
  const hash = createHash('sha256');
  for (const line of [...seen].map(([file, says]) => `${file}\0${says}\n`).sort())
    hash.update(line);
  return hash.digest('hex');
}

/** The files of a case, and those that they led to, as a record names them. */
export function filesOf({ source, files }: SliceCase, named: readonly { path: string }[]) {
  const root = files.length === 1 && files[0] === source ? path.dirname(source) : source;
  return [...files, ...named.map(one => path.join(root, one.path))];
}
