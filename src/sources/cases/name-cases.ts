import { createHmac, hash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkspace } from '../../config/index.ts';

export type CaseNames = {
  case(folder: string): string;
  file(folder: string, path: string): string;
  /** Of what is clinical and belongs to no case. */
  place(origin: string): string;
};

/** Stand-ins for the names of case folders and their files, and of other clinical files, which
 *  are patients' names and numbers: keyed hashes, since a bare hash of a number of eight digits is found by trying. The
 *  key is the workspace's own once it has one; else the privacy secret where that is set; else
 *  one is made and kept beside spinemed.yaml. */
export function nameCases(workspaceFolder: string, environment = process.env): CaseNames {
  const key = keyOf(workspaceFolder, environment);
  const tag = (text: string) => createHmac('sha256', key).update(text).digest('hex').slice(0, 16);
  return {
    case: folder => tag(`case ${folder}`),
    file: (folder, name) => tag(`file ${folder}/${name}`).slice(0, 10),
    place: origin => tag(`place ${origin}`),
  };
}

function keyOf(workspaceFolder: string, environment: NodeJS.ProcessEnv): string {
  const file = path.join(workspaceFolder, 'case-names.key');
  if (!existsSync(file)) {
    const { secretEnv } = openWorkspace(workspaceFolder, environment).settings.privacy;
    const secret = environment[secretEnv];
    if (secret) return hash('sha256', `case names ${secret}`);
    makeKey(file);
  }
  return readFileSync(file, 'utf8').trim();
}

/** Written aside and linked: who comes second finds the first one's key, and all of it. */
function makeKey(file: string): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
}
