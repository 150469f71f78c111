import path from 'node:path';
import { slashed } from '../folder/origin-of.ts';
import { type Found, walk } from '../folder/walk.ts';
import { nameCases } from './name-cases.ts';

/** A file with the tags that stand for it. `path` is inside the case; a file beside the case
 *  folders belongs to none and has none. */
export type FoundInCase = Found & { case: string; file: string; path: string | undefined };

export async function* walkCases(
  root: string,
  workspaceFolder: string,
): AsyncGenerator<FoundInCase> {
  const names = nameCases(workspaceFolder);
  for await (const found of walk(root)) {
    const [folder = '', ...inside] = slashed(path.relative(root, found.place)).split('/');
    const inCase = inside.join('/');
    yield {
      ...found,
      case: names.case(folder),
      file: names.file(folder, inCase),
      path: inCase || undefined,
    };
  }
}

/** The file or folder that a tag stands for, for whoever has to mend it and has the key. */
export async function findCase(
  root: string,
  workspaceFolder: string,
  tag: string,
): Promise<string | undefined> {
  for await (const found of walkCases(root, workspaceFolder)) {
    if (found.file === tag) return found.place;
    if (found.case !== tag) continue;
    return path.join(root, path.relative(root, found.place).split(path.sep)[0]!);
  }
  return undefined;
}
