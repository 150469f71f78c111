import type { Command } from 'commander';
import { exitCodes } from '../../../errors/index.ts';
import { note, print, printJson } from '../../print.ts';
import { describeScores } from './describe-scores.ts';

export function score(group: Command): void {
  group
    .command('score')
    .argument('<dir>', "a run's folder")
    .option('--json', 'the scores as JSON', false)
    .description("Computes a run's scores from its answers, and writes scores.json.")
    .addHelpText(
      'after',
      '\nExample:  ./spinemed bench score runs/gpt-4o\n\nExit code 1: some items have no answer, or some reports no score.',
    )
    .action(async (folder: string, { json }: { json: boolean }) => {
      const { scoreRun } = await import('../../../benchmark/index.ts');
      const scores = await scoreRun(folder);
      if (json) printJson(scores);
      else print(describeScores(scores));
      for (const { en } of scores.notes) note(en);
      if (!scores.complete) process.exitCode = exitCodes.problemFound;
    });
}
