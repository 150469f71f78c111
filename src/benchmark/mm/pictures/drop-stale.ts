import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** PNG files of ours, and what a kill left of one that was being written. */
const ours = /^([0-9a-f]{64})\.png(\.[0-9a-f]{16}\.part)?$/;

/** Takes away what builds with other settings or of other cases have left in the folder. */
export async function dropStale(folder: string, used: ReadonlySet<string>): Promise<void> {
  const pictures = path.join(folder, 'pictures');
  for (const name of await readdir(pictures)) {
    const [, sha256, part] = ours.exec(name) ?? [];
    if (sha256 !== undefined && (part !== undefined || !used.has(sha256)))
      await rm(path.join(pictures, name));
  }
}
