import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

export type Running = {
  child: ChildProcess;
  url: string;
  /** The link that makes whoever opens it the admin, if one was shown. */
  link: string | undefined;
  /** From the start of the process to a listening server. */
  listeningMs: number;
  said(): string;
  /** Resolves when the text has been said, fails when the process ends before. */
  saying(text: string): Promise<void>;
  ended: Promise<number | null>;
};

/** Runs `./spinemed start` on a workspace as a user would, and waits until it listens. */
export async function startProduct(
  workspace: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn(path.join(root, 'spinemed'), ['-w', workspace, 'start', '--port', '0'], {
    // As in a user's shell: the test runner's own mode would soften sign-in.
    env: { ...process.env, NODE_ENV: '', VITEST: '', DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of waiting) check();
  };
  child.stderr!.on('data', chunk => {
    text += chunk;
    look();
  });
  const ended = new Promise<number | null>(resolve =>
    child.on('exit', code => {
      resolve(code);
      look();
    }),
  );
  const saying = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (text.includes(wanted)) resolve();
        else if (child.exitCode !== null || child.signalCode !== null) {
          reject(new Error(`ended without saying "${wanted}": ${text}`));
        } else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  await saying('SpineMed is open at ');
  const listeningMs = performance.now() - startedAt;
  const url = /open at (\S+)/.exec(text)![1]!;
  await fetch(`${url}/healthz`);
  // Told once somebody asked whether anyone has signed in, and not where somebody has.
  await Promise.race([saying('magic-link'), new Promise(resolve => setTimeout(resolve, 15_000))]);
  const link = /\n\s+(http\S+magic-link\S+)/.exec(text)?.[1];
  return { child, url, link, listeningMs, said: () => text, saying, ended };
}
