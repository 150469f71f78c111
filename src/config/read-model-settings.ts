import { existsSync } from 'node:fs';
import { SpinemedError } from '../errors/index.ts';
import { nearestWorkspaceFile } from './open-workspace.ts';
import { readWorkspaceFile } from './read-workspace-file.ts';
import { type WorkspaceFile, workspaceSchema } from './workspace-schema.ts';

export type ModelSettings = Pick<WorkspaceFile, 'models' | 'roles' | 'egress' | 'spendCapUsd'>;

/** What a command without a workspace knows of models: from the file it was given, else from
 *  the nearest spinemed.yaml. Without one there are no models, and loopback alone is onsite. */
export function readModelSettings(file: string | undefined, from = process.cwd()): ModelSettings {
  if (file !== undefined && !existsSync(file)) {
    throw new SpinemedError({
      code: 'no-such-config',
      mender: 'user',
      message: 'there is no such file',
      place: file,
      hint: 'Give --config the path of a spinemed.yaml, or leave it out.',
    });
  }
  const found = file ?? nearestWorkspaceFile(from);
  return found ? readWorkspaceFile(found) : workspaceSchema.parse({ name: 'none' });
}
