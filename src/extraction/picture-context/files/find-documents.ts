import { opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SpinemedError } from '../../../errors/index.ts';

/** What a document is called in the output, and where it lies. */
export type DocumentFile = { name: string; file: string };

/** The Markdown files that paths name, in the order of the paths, each folder's by name. A folder is
 *  read when it is reached, so a million files are never listed at once. */
export async function* findDocuments(
  paths: readonly string[],
  reject: (error: SpinemedError) => void,
): AsyncGenerator<DocumentFile> {
  for (const given of paths) {
    const kind = await stat(given).catch(() => null);
    if (!kind) reject(unreadable(given, 'there is no such file or folder'));
    else if (kind.isDirectory()) yield* readFolder(given, reject);
    else yield { name: given, file: given };
  }
}

async function* readFolder(
  folder: string,
  reject: (error: SpinemedError) => void,
): AsyncGenerator<DocumentFile> {
  const entries: Array<{ name: string; isFolder: boolean }> = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) entries.push({ name: entry.name, isFolder: true });
      else if (/\.(?:md|markdown)$/i.test(entry.name)) {
        // A link may lead to a file, never to a folder: that could lead back.
        const isFile =
          entry.isFile() || (entry.isSymbolicLink() && (await isFileAt(folder, entry.name)));
        if (isFile) entries.push({ name: entry.name, isFolder: false });
        else reject(unreadable(path.join(folder, entry.name), 'it is no file'));
      }
    }
  } catch {
    reject(unreadable(folder, 'the folder cannot be read'));
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  for (const { name, isFolder } of entries) {
    const file = path.join(folder, name);
    if (isFolder) yield* readFolder(file, reject);
    else yield { name: file, file };
  }
}

async function isFileAt(folder: string, name: string): Promise<boolean> {
  const found = await stat(path.join(folder, name)).catch(() => null);
  return found?.isFile() ?? false;
}

function unreadable(place: string, message: string): SpinemedError {
  return new SpinemedError({
    code: 'file-unreadable',
    mender: 'user',
    message,
    place,
    hint: 'Check its name and rights.',
  });
}
