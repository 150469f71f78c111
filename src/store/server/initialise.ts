import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { type Account, launchAs, nobody } from './account.ts';
import type { Binaries } from './binaries.ts';

export const databaseUser = 'spinemed';

/** Makes `cluster/` (data and password) in the folder if it is not there. It is made
 *  aside and renamed whole, so neither a kill nor a second starter leaves half of one. */
export function initialise(folder: string, binaries: Binaries, account: Account): void {
  const cluster = path.join(folder, 'cluster');
  if (existsSync(cluster)) {
    checkVersion(cluster, binaries);
    return;
  }
  const aside = mkdtempSync(path.join(folder, 'making-'));
  const password = path.join(aside, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account === 'nobody')
    for (const file of [aside, password]) chownSync(file, nobody.uid, nobody.gid);
  const { command, args, options } = launchAs(account, binaries.initdb, [
    ...['-D', path.join(aside, 'data'), '-U', databaseUser, `--pwfile=${password}`],
    // Without these a machine with no LANG gets SQL_ASCII, where a Chinese word has nine letters.
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--auth=scram-sha-256', '--no-instructions'],
  ]);
  const made = spawnSync(command, args, {
    ...options,
    cwd: '/',
    env: serverEnvironment(),
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new SpinemedError({
      code: 'database-not-made',
      mender: 'user',
      message: `initdb failed: ${(made.stderr || made.error?.message || '').trim().split('\n').at(-1)}`,
      place: folder,
      hint: 'Check free space and rights on the folder, or set DATABASE_URL to another server.',
    });
  }
  try {
    renameSync(aside, cluster);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error;
  }
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const made = Number(readFileSync(path.join(cluster, 'data', 'PG_VERSION'), 'utf8'));
  if (made === binaries.majorVersion) return;
  throw new SpinemedError({
    code: 'database-version',
    mender: 'user',
    message: `the workspace's database was made by PostgreSQL ${made}, this version brings ${binaries.majorVersion}`,
    place: cluster,
    hint: 'Open it with the SpineMed version that made it, or move it with pg_dump to a server of your own.',
  });
}

/** Nothing of ours leaks in: PGPORT, PGDATA and the locale of the shell stay outside. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return process.platform === 'win32'
    ? { SystemRoot: process.env.SystemRoot, PATH: process.env.PATH }
    : { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
