import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** PostgreSQL runs neither as root nor as a user without a name. How it is started, then:
 *  - `own`: we are an ordinary user already;
 *  - `namespace`: seen as nobody inside a user namespace, owning all our files;
 *  - `nobody`: root where user namespaces are off: really as nobody. */
export type Account = 'own' | 'namespace' | 'nobody';

export const nobody = { uid: 65534, gid: 65534 };

export function chooseAccount(): Account {
  const root = process.getuid?.() === 0;
  if (!root && hasName()) return 'own';
  const trial = spawnSync('unshare', ['--user', `--map-user=${nobody.uid}`, 'true']);
  if (trial.status === 0) return 'namespace';
  return root ? 'nobody' : 'own';
}

/** Containers are often given a user number that is in no list of users. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

export type Launch = { command: string; args: string[]; options: { uid?: number; gid?: number } };

export function launchAs(account: Account, command: string, args: string[]): Launch {
  if (account === 'namespace') {
    const inside = ['--user', `--map-user=${nobody.uid}`, '--', command, ...args];
    return { command: 'unshare', args: inside, options: {} };
  }
  return { command, args, options: account === 'nobody' ? nobody : {} };
}

/** Whether nobody may step into a folder, every parent of it included. */
export function nobodyReaches(folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], nobody).status === 0;
}
