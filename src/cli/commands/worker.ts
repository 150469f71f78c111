import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import { note } from '../print.ts';
import { withSession } from '../session.ts';

export function worker(program: Command): void {
  program
    .command('worker')
    .option('--concurrency <n>', 'jobs at once', readConcurrency, 2)
    .option('--recipe <file...>', 'recipe files of yours whose stages it should know')
    .description(
      'One more worker on the same database, on this or any other machine, until Ctrl-C.',
    )
    .addHelpText('after', '\nExample:  DATABASE_URL=postgres://… ./spinemed worker --concurrency 8')
    .action(async (options: { concurrency: number; recipe?: string[] }, command: Command) => {
      const { knownStages, loadRecipe, startWorkspaceWorker } = await import(
        '../../worker/index.ts'
      );
      const recipes = await Promise.all((options.recipe ?? []).map(file => loadRecipe(file)));
      await withSession(command, async ({ store, signal, logDefect }) => {
        const { settings, folder } = store.workspace;
        const own = await loadRecipe(settings.recipe, folder);
        const stages = await knownStages([own, ...recipes]);
        const running = await startWorkspaceWorker(store, stages, {
          concurrency: options.concurrency,
          logDefect,
        });
        note(`worker ${process.pid} is ready: ${options.concurrency} jobs at once`);
        if (!signal.aborted) await once(signal, 'abort');
        await running.stop();
        note(`worker ${process.pid} has handed back what it had`);
      });
    });
}

export function readConcurrency(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 256) return value;
  throw new InvalidArgumentError('Give a whole number from 1 to 256.');
}
