import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What signs session cookies: the environment's where several machines serve one database,
 *  else one made for this workspace and kept beside its file. */
export function sessionSecret(workspaceFolder: string): string {
  if (process.env.SPINEMED_SESSION_SECRET) return process.env.SPINEMED_SESSION_SECRET;
  const file = path.join(workspaceFolder, 'session-secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
