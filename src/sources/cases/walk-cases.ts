import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { originOf, slashed } from '../folder/origin-of.ts';
import { type Found, walk } from '../folder/walk.ts';
import { nameCases } from './name-cases.ts';

/** A file with the tags that stand for it. `path` is inside the case; a file beside the case
 *  folders belongs to none and has none. */
export type FoundInCase = Found & { case: string; file: string; path: string | undefined };

export async function* walkCases(
  root: string,
  workspaceFolder: string,
): AsyncGenerator<FoundInCase> {
  const tagOf = caseTags(root, workspaceFolder);
  const names = nameCases(workspaceFolder);
  for await (const found of walk(root)) {
    const [folder = '', ...inside] = slashed(path.relative(root, found.place)).split('/');
    const inCase = inside.join('/');
    const tag = tagOf(folder);
    yield { ...found, case: tag, file: names.file(tag, inCase), path: inCase || undefined };
  }
}

/** Where a case's folder lies is part of what it is: two hospitals have a `case-1` each. */
function caseTags(root: string, workspaceFolder: string): (folder: string) => string {
  const names = nameCases(workspaceFolder);
  return folder => names.case(originOf(path.join(root, folder), workspaceFolder));
}

/** The tags of all folders that should hold a case, those without any file among them. */
export async function listCases(root: string, workspaceFolder: string): Promise<string[]> {
  const tagOf = caseTags(root, workspaceFolder);
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return (
    entries
      // A name in another encoding is told of by the walk.
      .filter(entry => entry.isDirectory() && !/^\.|\ufffd/.test(entry.name))
      .map(({ name }) => tagOf(name))
  );
}

/** The file or folder that a tag stands for, for whoever has to mend it and has the key. */
export async function findCase(
  root: string,
  workspaceFolder: string,
  tag: string,
): Promise<string | undefined> {
  const tagOf = caseTags(root, workspaceFolder);
  const folders = await readdir(root).catch(() => []);
  const folder = folders.find(name => tagOf(name) === tag);
  if (folder !== undefined) return path.join(root, folder);
  for await (const found of walkCases(root, workspaceFolder))
    if (found.file === tag) return found.place;
  return undefined;
}
