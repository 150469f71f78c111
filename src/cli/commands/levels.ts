import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { readLevels } from '../../spine/index.ts';
import { toStandardOutput } from '../write-to.ts';

export function levels(program: Command): void {
  program
    .command('levels')
    .argument('[text]', 'a text; without one, one text a line is read from standard input')
    .option('--json', 'JSON lines, which is what it prints anyway')
    .description('Vertebral levels in a text, English or Chinese: a JSON line a text.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed levels "Disc herniation at left L4/5, 腰5骶1椎间盘突出"',
    )
    .action(async (text: string | undefined) => {
      const write = toStandardOutput();
      if (text !== undefined) {
        await write(describe(text));
        return;
      }
      for await (const line of createInterface({
        input: process.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        if (!(await write(describe(line)))) return;
      }
    });
}

function describe(text: string): string {
  return `${JSON.stringify({ text, mentions: readLevels(text) })}\n`;
}
