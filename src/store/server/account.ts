import { spawnSync } from 'node:child_process';

/** PostgreSQL refuses to run as root. How it is started, then:
 *  - `own`: we are an ordinary user already;
 *  - `namespace`: root, seen as nobody inside a user namespace, owning all its files;
 *  - `nobody`: root where user namespaces are off: really as nobody. */
export type Account = 'own' | 'namespace' | 'nobody';

export const nobody = { uid: 65534, gid: 65534 };

export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return 'own';
  const trial = spawnSync('unshare', ['--user', `--map-user=${nobody.uid}`, 'true']);
  return trial.status === 0 ? 'namespace' : 'nobody';
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
