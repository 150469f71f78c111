import type { Command } from 'commander';
import { exitCodes } from '../../errors/index.ts';
import { note, print, printJson } from '../print.ts';
import { stepProgress } from '../progress.ts';
import { withSession } from '../session.ts';
import { table } from '../table.ts';
import { readConcurrency } from './worker.ts';

export function build(program: Command): void {
  program
    .command('build')
    .argument('[recipe]', 'its name in recipes/, or the path of a recipe file of yours')
    .option('--concurrency <n>', 'jobs at once in this process', readConcurrency, 2)
    .option('--json', 'the counts as JSON', false)
    .description('Runs a recipe; what is done already is not done again.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed build sample\n\nExit code 1: something was rejected; `./spinemed status --rejects` says what.',
    )
    .action(
      async (
        name: string | undefined,
        options: { json: boolean; concurrency: number },
        command: Command,
      ) => {
        const { knownStages, loadRecipe, startWorkspaceWorker } = await import(
          '../../worker/index.ts'
        );
        const { runRecipe } = await import('../../store/index.ts');
        await withSession(command, async ({ store, signal, logDefect }) => {
          const { settings, folder } = store.workspace;
          const recipe =
            name === undefined ? await loadRecipe(settings.recipe, folder) : await loadRecipe(name);
          const stages = await knownStages([recipe]);
          const worker = await startWorkspaceWorker(store, stages, {
            concurrency: options.concurrency,
            logDefect,
          });
          const progress = stepProgress();
          try {
            const counts = await runRecipe(store, recipe, {
              signal,
              logDefect,
              onProgress: progress.update,
            });
            progress.end();
            if (options.json) printJson({ recipe: recipe.name, steps: counts });
            else
              print(
                table(
                  ['stage', 'in', 'out', 'rejects', 'made'],
                  counts.map(c => [c.stage, c.in, c.out, c.rejects, c.made]),
                ),
              );
            if (counts.some(step => step.rejects + step.partsRejected > 0))
              process.exitCode = exitCodes.problemFound;
          } catch (error) {
            progress.end();
            if (signal.aborted)
              note('spinemed: stopped; what is done is kept, the same command goes on.');
            throw error;
          } finally {
            await worker.stop();
          }
        });
      },
    );
}
