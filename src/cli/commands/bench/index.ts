import type { Command } from 'commander';
import { agreement } from './agreement.ts';
import { compare } from './compare.ts';
import { exportRun } from './export.ts';
import { extract } from './extract.ts';
import { ratings } from './ratings.ts';
import { reasoning } from './reasoning.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { score } from './score.ts';

const commands = [
  ...[run, score, report, compare, agreement, extract],
  ...[exportRun, reasoning, ratings],
];

export function bench(program: Command): void {
  const group = program
    .command('bench')
    .description('Benchmarks: runs, scores, and the steps between them.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed bench run sample/benchmark/spinebench-sample.jsonl --model offline --out runs/offline',
    );
  for (const command of commands) command(group);
}
