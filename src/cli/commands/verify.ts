import type { Command } from 'commander';
import { exitCodes } from '../../errors/index.ts';
import type { Finding } from '../../store/index.ts';
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
        const progress = (checked: number) => {
          blobs = checked;
          if (process.stderr.isTTY && checked % 100 === 0)
            process.stderr.write(`\r${checked} blobs checked`);
        };
        for await (const finding of check(store, progress)) {
          signal.throwIfAborted();
          findings.push(finding);
          if (!options.json) print(`${finding.check}: ${finding.message} (${finding.subject})`);
        }
        if (process.stderr.isTTY) process.stderr.write('\r');
        if (options.json) printJson({ sound: findings.length === 0, blobs, findings });
        else if (findings.length === 0) print(`sound: ${blobs} blobs, every edge and every count`);
        else note(`${findings.length} findings`);
        if (findings.length > 0) process.exitCode = exitCodes.problemFound;
      });
    });
}
