import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const launcher = path.join(path.dirname(import.meta.dirname), 'spinemed');

export type Ran = { status: number | null; stdout: string; stderr: string };
export type Options = { cwd?: string; environment?: NodeJS.ProcessEnv };

/** Runs `./spinemed` to its end, as a user or a script would. */
export function runSpinemed(args: string[], options: Options = {}): Promise<Ran> {
  return startSpinemed(args, options).ended;
}

/** The same while it runs: `said` resolves once the text stands on standard error. */
export function startSpinemed(
  args: string[],
  { cwd, environment = process.env }: Options = {},
): { child: ChildProcess; ended: Promise<Ran>; said(text: string): Promise<void> } {
  const child = spawn(launcher, args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd ? { cwd } : {}),
  });
  const ran: Ran = { status: null, stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]!.setEncoding('utf8').on('data', chunk => {
      ran[stream] += chunk;
    });
  }
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => resolve({ ...ran, status }));
  });
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => ran.stderr.includes(text) && resolve();
      child.stderr!.on('data', look);
      look();
      ended.then(() => reject(new Error(`ended without saying "${text}": ${ran.stderr}`)), reject);
    });
  return { child, ended, said };
}
