import type { Command } from 'commander';
import { describeError, exitCodes } from '../../errors/index.ts';
import { note } from '../print.ts';

export function bind(program: Command): void {
  program
    .command('bind')
    .argument('<path...>', 'Markdown files, and folders of them (*.md, *.markdown)')
    .requiredOption(
      '--out <file>',
      'where the bindings go, a JSON line a picture; - is standard output',
    )
    .option('--json', 'JSON lines, which is what it writes anyway')
    .description('Binds the pictures of Markdown texts to captions and citing paragraphs.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed bind books/ --out bindings.jsonl\n\nExit code 1: a file could not be read; the others were.',
    )
    .action(async (paths: string[], options: { out: string }) => {
      const { bindFiles } = await import('../../extraction/index.ts');
      const counts = await bindFiles(paths, options.out, error => note(describeError(error)));
      note(
        `${counts.documents} documents, ${counts.pictures} pictures: ${counts.bound} bound, ${counts.pictures - counts.bound} unbound; ${counts.rejected} rejected`,
      );
      if (counts.rejected > 0) process.exitCode = exitCodes.problemFound;
    });
}
