import { type ChildProcess, fork } from 'node:child_process';

export type Confinement = {
  args?: readonly string[];
  /** The only variables that it sees, besides those that a process needs to start. */
  environment?: NodeJS.ProcessEnv;
  /** What else Node lets it do, such as `--allow-addons` for native libraries. */
  allow?: readonly string[];
};

/** Starts a process for what strangers made. It may read files, for its own code is in some:
 *  no network, no writing, no processes, none of our keys. What it prints may hold what it was
 *  given, and goes nowhere. */
export function forkConfined(script: string, options: Confinement = {}): ChildProcess {
  const { args = [], environment = {}, allow = [] } = options;
  return fork(script, args, {
    serialization: 'advanced',
    execArgv: [
      '--disable-warning=SecurityWarning',
      ...['--permission', '--allow-fs-read=*', ...allow],
    ],
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, ...environment },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
