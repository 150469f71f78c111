import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SpinemedError } from '../errors/index.ts';

const variable = 'SPINEMED_SESSION_SECRET';
const leastCharacters = 32;

/** What signs session cookies: the environment's where several machines serve one database,
 *  else one made for this workspace and kept beside its file. */
export function sessionSecret(workspaceFolder: string, environment = process.env): string {
  const given = environment[variable];
  if (given) return longEnough(given, variable);
  const file = path.join(workspaceFolder, 'session-secret');
  if (!existsSync(file)) makeSecret(file);
  return longEnough(readFileSync(file, 'utf8').trim(), file);
}

/** Written aside and linked: who comes second finds the first one's secret, and all of it. */
function makeSecret(file: string): void {
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

function longEnough(secret: string, place: string): string {
  if (secret.length >= leastCharacters) return secret;
  throw new SpinemedError({
    code: 'session-secret-short',
    mender: 'user',
    message: `the secret that signs sessions has fewer than ${leastCharacters} characters`,
    place,
    hint: 'Make one with `openssl rand -base64 32`; the file may be removed, and a new one is made.',
  });
}
