import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { SpinemedError } from '../errors/index.ts';
import { productFolder } from './product-folder.ts';
import { readWorkspaceFile } from './read-workspace-file.ts';
import type { WorkspaceFile } from './workspace-schema.ts';

export const workspaceFileName = 'spinemed.yaml';

export type Workspace = {
  folder: string;
  settings: WorkspaceFile;
  /** Set: this server and no embedded one. */
  databaseUrl: string | undefined;
};

/** Opens the workspace at `folder`, else the one that the place we stand in belongs to. */
export function openWorkspace(folder: string | undefined, environment = process.env): Workspace {
  const found = folder || environment.SPINEMED_WORKSPACE || locate(process.cwd());
  const file = found && path.join(path.resolve(found), workspaceFileName);
  if (!file || !existsSync(file)) {
    throw new SpinemedError({
      code: 'no-workspace',
      mender: 'user',
      message: `no ${workspaceFileName} found`,
      place: found ? path.resolve(found) : process.cwd(),
      hint: 'Make one with `./spinemed init DIR`, or name it with --workspace DIR.',
    });
  }
  const settings = readWorkspaceFile(file);
  const inFile = settings.database === 'embedded' ? undefined : settings.database.url;
  return {
    folder: realpathSync(path.dirname(file)),
    settings,
    databaseUrl: databaseInEnvironment(environment) ?? inFile,
  };
}

/** Unlike the file's it may hold a password, so no error repeats it. */
function databaseInEnvironment({ DATABASE_URL: url }: NodeJS.ProcessEnv): string | undefined {
  if (!url || /^postgres(ql)?:\/\//.test(url)) return url || undefined;
  throw new SpinemedError({
    code: 'database-url-invalid',
    mender: 'user',
    message: 'DATABASE_URL is not the address of a PostgreSQL server',
    hint: 'Write postgres://user:password@host:5432/name, or unset it for the embedded server.',
  });
}

/** The nearest workspace upwards; else the one that `npm start` makes in the product's folder. */
function locate(from: string): string | undefined {
  const file = nearestWorkspaceFile(from) ?? path.join(startWorkspace, workspaceFileName);
  return existsSync(file) ? path.dirname(file) : undefined;
}

export function nearestWorkspaceFile(from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, workspaceFileName);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) return undefined;
  }
}

export const startWorkspace = path.join(productFolder, 'workspace');
