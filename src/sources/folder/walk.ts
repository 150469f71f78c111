import { isUtf8 } from 'node:buffer';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A file or what stands in its place, or what the walk cannot go into. */
export type Found = { place: string; obstacle?: 'unreadable' | 'name-not-utf8' };

/** Everything below a folder, in an order that does not depend on the disk. Hidden files are
 *  nobody's sources, and `except` names folders that are not gone into. */
export async function* walk(folder: string, except: string[] = []): AsyncGenerator<Found> {
  if (except.includes(folder)) return;
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch(
    () => undefined,
  );
  if (!entries) {
    yield { place: folder, obstacle: 'unreadable' };
    return;
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  for (const entry of entries) {
    const name = entry.name.toString('utf8');
    const place = path.join(folder, name);
    if (name.startsWith('.')) continue;
    // Archives packed on other systems leave such names, and no one could ask for the file by
    // its place. The bytes tell apart what reads the same.
    if (!isUtf8(entry.name))
      yield { place: `${place} <${entry.name.toString('hex')}>`, obstacle: 'name-not-utf8' };
    else if (entry.isDirectory()) yield* walk(place, except);
    else yield { place };
  }
}
