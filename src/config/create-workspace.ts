import { cpSync, existsSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameOf, SpinemedError } from '../errors/index.ts';
import { makeFolder } from './make-folder.ts';
import { workspaceFileName } from './open-workspace.ts';
import { productFolder } from './product-folder.ts';

/** Writes a new workspace's file and folders. `sample` brings the sample sources along. */
export function createWorkspace(folder: string, options: { sample: boolean }): void {
  const file = path.join(folder, workspaceFileName);
  if (existsSync(file)) {
    throw new SpinemedError({
      code: 'workspace-exists',
      mender: 'user',
      message: 'there is a workspace already',
      place: file,
      hint: 'Use it as it is, or name another folder.',
    });
  }
  if (existsSync(folder) && !isFree(folder)) {
    throw new SpinemedError({
      code: 'folder-not-empty',
      mender: 'user',
      message: 'a workspace wants an empty folder of its own',
      place: folder,
      hint: 'Name a new folder.',
    });
  }
  try {
    makeFolder(path.join(path.resolve(folder), sourcesName));
    if (options.sample) copySample(folder);
    // Last and whole, because this file is what makes the folder a workspace. Two starts at
    // once write the same.
    const aside = `${file}.${process.pid}`;
    const name = path.basename(path.resolve(folder)) || 'spine';
    writeFileSync(aside, template(name, options.sample ? 'sample' : 'corpus'));
    renameSync(aside, file);
  } catch (error) {
    throw new SpinemedError({
      code: 'workspace-not-writable',
      mender: 'user',
      message: `the workspace cannot be written: ${nameOf(error)}`,
      place: path.resolve(folder),
      hint: 'Name a folder that you may write to, on a disk with room.',
      cause: error,
    });
  }
}

const sourcesName = 'sources';

/** Sources may stand there already, and what another start is writing or a killed one left. */
function isFree(folder: string): boolean {
  return (
    statSync(folder).isDirectory() &&
    readdirSync(folder).every(name => name === sourcesName || name.startsWith(workspaceFileName))
  );
}

/** Brings sample sources that a newer version added; never overwrites what is there. */
export function copySample(folder: string): void {
  const sample = path.join(productFolder, 'sample');
  cpSync(sample, path.join(folder, sourcesName), {
    recursive: true,
    force: false,
    // A benchmark is no source: what is asked must not be what was learnt from.
    filter: from => path.relative(sample, from) !== 'benchmark',
  });
}

function template(name: string, recipe: string): string {
  return `# A SpineMed workspace. docs/workspace.md explains every setting.
name: ${JSON.stringify(name)}

# The recipe that \`./spinemed build\` runs when none is named.
recipe: ${recipe}

# embedded: a PostgreSQL server of its own in this folder.
# For a shared one set DATABASE_URL, or write here:  database: { url: postgres://user@host/name }
database: embedded

# Files by their sha256, in a folder here or in S3-compatible storage:
# blobs: { s3: { bucket: spine, endpoint: "https://s3.example", region: us-east-1, pathStyle: true } }
blobs: { folder: blobs }

# Models by a name of yours. egress says where the model runs: onsite or external.
# models:
#   house: { provider: openai-compatible, model: SpineGPT, baseUrl: "http://127.0.0.1:8000/v1", egress: onsite }
models: {}

# Which model does which work; a role without a model runs on the offline engine.
roles: {}

# Addresses that count as inside the house, besides loopback. Clinical data goes nowhere else.
egress: { onsite: [] }

# The secret behind surrogate names and shifted dates is read from this variable, never from a file.
privacy: { secretEnv: SPINEMED_PRIVACY_SECRET }

server: { host: 127.0.0.1, port: 4411 }
`;
}
