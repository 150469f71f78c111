import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import {
  copySample,
  createWorkspace,
  startWorkspace,
  workspaceFileName,
} from '../../config/index.ts';
import { withSession } from '../session.ts';
import { readPort } from './up.ts';

export function start(program: Command): void {
  program
    .command('start')
    .option('--port <n>', 'the port (else the workspace’s, else the next free one)', readPort)
    .description('What `npm start` does: the sample workspace, its recipe, the workbench.')
    .addHelpText('after', '\nExample:  npm start -- --port 8080')
    .action(async ({ port }: { port?: number }, command: Command) => {
      const { serve } = await import('../serve.ts');
      const folder: string =
        command.optsWithGlobals().workspace || process.env.SPINEMED_WORKSPACE || startWorkspace;
      const isThere = existsSync(path.join(folder, workspaceFileName));
      if (!isThere) createWorkspace(folder, { sample: true });
      // A workspace of the user's own is not the place for our sample.
      else if (folder === startWorkspace) copySample(folder);
      const options = { port, host: undefined, concurrency: 2, build: true };
      await withSession(command, session => serve(session, options), folder);
    });
}
