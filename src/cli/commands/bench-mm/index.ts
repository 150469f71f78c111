import type { Command } from 'commander';
import { build } from './build.ts';
import { similarity } from './similarity.ts';

export function benchMm(program: Command): void {
  const group = program
    .command('bench-mm')
    .description('The second SpineBench, from four open image datasets of the workspace.')
    .addHelpText('after', '\nExample:  ./spinemed bench-mm build --out spinebench-mm');
  for (const command of [build, similarity]) command(group);
}
