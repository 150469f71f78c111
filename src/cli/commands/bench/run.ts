import { setFlagsFromString } from 'node:v8';
import { type Command, InvalidArgumentError } from 'commander';
import { exitCodes, SpinemedError } from '../../../errors/index.ts';
import { endSignal } from '../../end-signal.ts';
import { note, print, printJson } from '../../print.ts';
import { describeScores } from './describe-scores.ts';
import { runProgress } from './run-progress.ts';

type Options = {
  model: string;
  baseUrl?: string;
  judge: string[];
  judgeBaseUrl?: string;
  extractor?: string;
  extractorBaseUrl?: string;
  concurrency: number;
  out: string;
  limit?: number;
  sample?: number;
  seed?: number;
  repeat: number;
  judgeRepeat: number;
  config?: string;
  json: boolean;
};

export function run(group: Command): void {
  group
    .command('run')
    .argument('<benchmark>', 'a benchmark: JSON lines, an item a line')
    .requiredOption('--model <model>', 'a name in spinemed.yaml, provider/model, or offline')
    .option('--base-url <url>', 'an OpenAI-compatible server that has the model')
    .option('--judge <model...>', 'who judges the reports; several judge each', ['offline'])
    .option('--judge-base-url <url>', 'an OpenAI-compatible server that has the judges')
    .option('--extractor <model>', 'who reads the answers that no rule can read (else nobody)')
    .option('--extractor-base-url <url>', 'an OpenAI-compatible server that has it')
    .option('--concurrency <n>', 'requests at once, at each model', count, 16)
    .requiredOption('--out <dir>', "the run's folder; one that stopped goes on")
    .option('--limit <n>', 'the first items only', count)
    .option('--sample <n>', 'a seeded sample of the items', count)
    .option('--seed <n>', 'of the sample', wholeNumber)
    .option('--repeat <n>', 'how often every item is asked', count, 1)
    .option('--judge-repeat <n>', 'how often a judge judges each report', count, 1)
    .option('--config <file>', 'a spinemed.yaml (else the nearest one)')
    .option('--json', 'the scores as JSON', false)
    .description('Runs a benchmark on a model and scores it. A run that stopped goes on.')
    .addHelpText(
      'after',
      `
Examples:  ./spinemed bench run spinebench.jsonl --model openai/gpt-4o --judge google/gemini-2.5-pro --out runs/gpt-4o
           ./spinemed bench run spinebench.jsonl --model SpineGPT --base-url http://127.0.0.1:8000/v1 --out runs/spinegpt

Exit code 1: some items have no answer, or some reports no score. The same command asks them again.`,
    )
    .action(async (file: string, options: Options) => {
      // What answers leave behind is gone soon, and a benchmark may be long: 180 MB in place of 240 for
      // 574 items, 320 in place of 460 for 100,000, and no slower.
      setFlagsFromString('--semi-space-growth-factor=1');
      setFlagsFromString('--heap-growing-percent=60');
      const { readModelSettings } = await import('../../../config/index.ts');
      const { findModel } = await import('../../../models/index.ts');
      const { runBenchmark } = await import('../../../benchmark/index.ts');
      const settings = readModelSettings(options.config);
      const find = (name: string, baseUrl?: string) =>
        findModel(name, { models: settings.models, baseUrl });
      refuseTwice(options.judge);
      const progress = runProgress();
      const signal = endSignal();
      const scores = await runBenchmark({
        file,
        folder: options.out,
        settings,
        model: find(options.model, options.baseUrl),
        judges: options.judge.map(name => find(name, options.judgeBaseUrl)),
        extractor: options.extractor ? find(options.extractor, options.extractorBaseUrl) : null,
        concurrency: options.concurrency,
        picking: {
          limit: options.limit ?? null,
          sample: options.sample ?? null,
          seed: options.sample === undefined ? null : (options.seed ?? 0),
        },
        repeats: options.repeat,
        judgements: options.judgeRepeat,
        signal,
        onProgress: progress.update,
      })
        .finally(progress.end)
        .catch(error => {
          if (signal.aborted || isOfDisk(error))
            note(`Stopped. ${options.out} has what was answered; the same command goes on.`);
          throw error;
        });
      if (options.json) printJson(scores);
      else print(describeScores(scores));
      for (const { en } of scores.notes) note(en);
      if (!scores.complete) process.exitCode = exitCodes.problemFound;
    });
}

export function count(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('It must be 1 or more.');
  return number;
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

function refuseTwice(judges: readonly string[]): void {
  if (new Set(judges).size === judges.length) return;
  throw new SpinemedError({
    code: 'judge-twice',
    mender: 'user',
    message: 'one judge is named twice',
    hint: 'Name each judge once; --judge-repeat has each judge judge more than once.',
  });
}

function isOfDisk(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG', 'EACCES', 'EIO'].includes(code);
}
