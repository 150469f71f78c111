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
    .action(async (options: { port?: number }, command: Command) => {
      const { serve } = await import('../serve.ts');
      const { loadRecipe } = await import('../../worker/index.ts');
      const folder =
        command.optsWithGlobals().workspace ?? process.env.SPINEMED_WORKSPACE ?? startWorkspace;
      if (existsSync(path.join(folder, workspaceFileName))) copySample(folder);
      else createWorkspace(folder, { sample: true });
      const recipe = await loadRecipe('sample');
      const rest = { port: options.port, host: undefined, concurrency: 2, recipe };
      await withSession(command, session => serve(session, rest), folder);
    });
}
