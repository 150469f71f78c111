import { type Command, InvalidArgumentError } from 'commander';
import { withSession } from '../session.ts';
import { readConcurrency } from './worker.ts';

export function up(program: Command): void {
  program
    .command('up')
    .option('--port <n>', 'the port (else the workspace’s, else the next free one)', readPort)
    .option('--host <address>', 'the address to listen on (else loopback only)')
    .option('--concurrency <n>', 'jobs at once', readConcurrency, 2)
    .description('Database, worker and workbench in one process group, until Ctrl-C.')
    .addHelpText('after', '\nExample:  ./spinemed -w ~/spine up --port 8080')
    .action(
      async (options: { port?: number; host?: string; concurrency: number }, command: Command) => {
        const { serve } = await import('../serve.ts');
        const { port, host, concurrency } = options;
        await withSession(command, session =>
          serve(session, { port, host, concurrency, build: false }),
        );
      },
    );
}

export function readPort(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65535) return value;
  throw new InvalidArgumentError('Give a port from 0 (any free one) to 65535.');
}
