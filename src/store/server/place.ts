import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, nobody, nobodyReaches } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Where root keeps what nobody must reach when the workspace itself is closed to it. */
const openGround = '/var/lib/spinemed';

/** The folder of the embedded server's files: `database/` in the workspace. Where nobody
 *  runs the server and cannot get there, it is a link to a place where it can. */
export function databaseFolder(workspace: string, account: Account): string {
  const folder = path.join(workspace, 'database');
  // The link's own path leads through folders that nobody cannot enter.
  if (existsSync(folder)) return realpathSync(folder);
  if (account !== 'nobody') {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
  let home = folder;
  if (!nobodyReaches(workspace)) {
    home = path.join(openGround, createHash('sha256').update(workspace).digest('hex').slice(0, 16));
  }
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chownSync(home, nobody.uid, nobody.gid);
  if (home !== folder) symlinkSync(home, folder);
  return home;
}

/** The binaries, copied once to open ground where nobody cannot reach the packages. */
export function reachableBinaries(binaries: Binaries, account: Account): Binaries {
  if (account !== 'nobody' || nobodyReaches(binaries.folder)) return binaries;
  const copy = path.join(openGround, `postgres-${binaries.majorVersion}-${process.arch}`);
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}`;
    cpSync(binaries.folder, part, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) return { ...binaries, ...inside(copy, binaries) };
    renameSync(part, copy);
  }
  return { ...binaries, ...inside(copy, binaries) };
}

function inside(folder: string, binaries: Binaries) {
  return {
    folder,
    initdb: path.join(folder, 'bin', path.basename(binaries.initdb)),
    postgres: path.join(folder, 'bin', path.basename(binaries.postgres)),
  };
}
