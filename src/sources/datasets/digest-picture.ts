import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import type { DatasetPicture } from '../../contracts/imaging/index.ts';
import { hashFile } from '../folder/hash-file.ts';

type At = (place: string) => string;

/** Of a file; of a series, of its files' digests in order of place. Null where it cannot be read. */
export async function digestPicture(picture: DatasetPicture, at: At): Promise<string | null> {
  try {
    const [first] = filesOf(picture);
    if (!picture.files) return (await hashFile(at(first!))).sha256;
    const digest = createHash('sha256');
    for (const file of filesOf(picture)) digest.update((await hashFile(at(file))).sha256, 'hex');
    return digest.digest('hex');
  } catch {
    return null;
  }
}

/** What changes when somebody changes a file of it, short of reading it. Copies keep seconds and
 *  lose what is finer. */
export async function stateOfPicture(picture: DatasetPicture, at: At): Promise<string> {
  const states = filesOf(picture).map(async file => {
    const status = await lstat(at(file)).catch(() => undefined);
    return status ? `${status.size} ${Math.floor(status.mtimeMs / 1000)}` : 'gone';
  });
  return (await Promise.all(states)).join();
}

function filesOf({ path, files }: DatasetPicture): string[] {
  return files ? files.map(file => (path === '' ? file : `${path}/${file}`)) : [path];
}
