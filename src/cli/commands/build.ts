import type { Command } from 'commander';
import { runInWorkspace } from '../run-in-workspace.ts';
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
        const { loadRecipe } = await import('../../worker/index.ts');
        await runInWorkspace(command, options, ({ settings, folder }) =>
          name === undefined ? loadRecipe(settings.recipe, folder) : loadRecipe(name),
        );
      },
    );
}
