import type { Command } from 'commander';
import type { Workspace } from '../config/index.ts';
import { exitCodes } from '../errors/index.ts';
import type { Recipe } from '../store/index.ts';
import { note, print, printJson } from './print.ts';
import { stepProgress } from './progress.ts';
import { withSession } from './session.ts';
import { table } from './table.ts';

/** Runs a recipe in the workspace with a worker of its own, and prints the books of its steps. */
export async function runInWorkspace(
  command: Command,
  options: {
    json: boolean;
    concurrency?: number;
    withdrawIfRefused?: boolean;
    warnOfTwins?: boolean;
  },
  choose: (workspace: Workspace) => Promise<Recipe>,
): Promise<void> {
  const { knownStages, startWorkspaceWorker } = await import('../worker/index.ts');
  const { readMilderTwins, runRecipe } = await import('../store/index.ts');
  await withSession(command, async ({ store, signal, logDefect }) => {
    const recipe = await choose(store.workspace);
    const stages = await knownStages([recipe]);
    const worker = await startWorkspaceWorker(store, stages, {
      concurrency: options.concurrency ?? 2,
      logDefect,
    });
    const progress = stepProgress();
    try {
      const counts = await runRecipe(store, recipe, {
        signal,
        logDefect,
        onProgress: progress.update,
        withdrawIfRefused: options.withdrawIfRefused ?? false,
      });
      progress.end();
      const steps = counts.map(({ step }) => step);
      const twins = options.warnOfTwins ? await readMilderTwins(store, steps) : [];
      if (options.json)
        printJson({
          recipe: recipe.name,
          steps: counts,
          ...(options.warnOfTwins && { alsoMilder: twins }),
        });
      else
        print(
          table(
            ['stage', 'in', 'out', 'rejects', 'waiting', 'made'],
            counts.map(c => [c.stage, c.in, c.out, c.rejects, c.waiting, c.made]),
          ),
        );
      if (twins.length > 0) tellTwins(twins);
      if (twins.length > 0 || counts.some(step => step.rejects + step.partsRejected > 0))
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
}

const told = 20;

function tellTwins(twins: readonly string[]): void {
  const count = twins.length === 1 ? '1 file' : `${twins.length} files`;
  note(
    `spinemed: patient-elsewhere: ${count} of patients had been collected as something milder before; what was made of them goes to no further stage. Keep such files out of the folders of books and question banks, and collect into a new workspace, cases first. \`--find TAG\` prints what a tag stands for.`,
  );
  for (const place of twins.slice(0, told)) note(`  ${place}`);
  if (twins.length > told) note(`  and ${twins.length - told} more: ./spinemed verify lists them`);
}
