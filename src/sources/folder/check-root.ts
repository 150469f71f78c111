import { stat } from 'node:fs/promises';
import { SpinemedError } from '../../errors/index.ts';
import { isWithin } from './read-source-file.ts';

/** False where there is nothing to collect from and that is no mistake: a recipe for every
 *  workspace names folders that some do not have. */
export async function checkRoot(
  root: string,
  workspaceFolder: string,
  { mayBeMissing = false }: { mayBeMissing?: boolean | undefined } = {},
): Promise<boolean> {
  const status = await stat(root).catch(() => undefined);
  if (!status && mayBeMissing) return false;
  if (!status?.isDirectory()) {
    throw new SpinemedError({
      code: 'folder-missing',
      mender: 'user',
      message: 'there is no folder to collect from',
      place: root,
      hint: 'Make it and put the sources in, or name another.',
    });
  }
  if (isWithin(root, workspaceFolder)) {
    throw new SpinemedError({
      code: 'folder-holds-workspace',
      mender: 'user',
      message: 'the folder to collect from holds the workspace itself',
      place: root,
      hint: 'Name the folder of the sources alone: the database and the blobs are none.',
    });
  }
  return true;
}
