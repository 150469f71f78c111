import type { Command } from 'commander';
import { exitCodes } from '../../errors/index.ts';
import type { Finding } from '../../store/index.ts';
import { countProgress } from '../count-progress.ts';
import { note, print, printJson } from '../print.ts';
import { withSession } from '../session.ts';

export function verify(program: Command): void {
  program
    .command('verify')
    .option('--json', 'the findings as JSON', false)
    .description('Checks every blob’s hash, every provenance edge and every count.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed verify && echo sound\n\nExit code 1: something is off, and the list says what.',
    )
    .action(async (options: { json: boolean }, command: Command) => {
      const { verify: check } = await import('../../store/index.ts');
      await withSession(command, async ({ store, signal }) => {
        const findings: Finding[] = [];
        let blobs = 0;
        const progress = countProgress('blobs checked');
        const onProgress = (checked: number) => {
          signal.throwIfAborted();
          blobs = checked;
          progress.update(checked);
        };
        for await (const finding of check(store, onProgress)) {
          findings.push(finding);
          progress.clear();
          if (!options.json) print(`${finding.check}: ${finding.message} (${finding.subject})`);
        }
        progress.clear();
        if (options.json) printJson({ sound: findings.length === 0, blobs, findings });
        else if (findings.length === 0) print(`sound: ${blobs} blobs, every edge and every count`);
        else note(`${findings.length} findings`);
        if (findings.length > 0) process.exitCode = exitCodes.problemFound;
      });
    });
}
