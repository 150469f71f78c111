import path from 'node:path';

/** Longer names are refused by some file systems. */
const longest = 120;

/** A folder for each file: its name without the ending, numbered where two would be the same. A
 *  file keeps its folder's name whatever other files stand before it, unless they share it. */
export function nameFolders(files: readonly string[]): string[] {
  const taken = new Set<string>();
  return files.map(file => {
    const { name } = path.parse(file);
    const base = name
      .replace(/[^\p{L}\p{N}._ -]/gu, '_')
      .replace(/^[. ]+|[. ]+$/g, '')
      .slice(0, longest);
    let folder = base || 'document';
    for (let number = 2; taken.has(folder.toLowerCase()); number++)
      folder = `${base || 'document'}-${number}`;
    taken.add(folder.toLowerCase());
    return folder;
  });
}
