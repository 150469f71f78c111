import { stat } from 'node:fs/promises';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { describePictureFile, type ReadFileOptions } from '../readers/read-picture-file.ts';
import type { PictureDescription } from './describe-picture.ts';
import { type Found, faultOfPath, findFiles } from './find-files.ts';

export type Inspected =
  | { file: string; description: PictureDescription }
  | { file: string; error: SpinemedError };

/** Files as they are given, and all that are in the folders among them: one answer a file, but
 *  none for files that a header beside them has the values in. */
export async function* inspectFiles(
  paths: readonly string[],
  options: ReadFileOptions = {},
): AsyncGenerator<Inspected> {
  const held = new Set<string>();
  for (const given of paths) {
    const error = await faultOfPath(given);
    if (error) {
      yield { file: given, error };
      continue;
    }
    const isFolder = (await stat(given)).isDirectory();
    for await (const found of isFolder ? findFiles(given) : [{ file: given }]) {
      if (isFolder && held.has(path.resolve(found.file))) continue;
      const inspected = await inspect(found, options);
      if ('description' in inspected) {
        for (const name of inspected.description.valueFiles)
          held.add(path.resolve(path.dirname(found.file), name));
      }
      yield inspected;
    }
  }
}

async function inspect({ file, error }: Found, options: ReadFileOptions): Promise<Inspected> {
  if (error) return { file, error };
  try {
    return { file, description: await describePictureFile(file, options) };
  } catch (error) {
    if (error instanceof SpinemedError) return { file, error };
    throw error;
  }
}
