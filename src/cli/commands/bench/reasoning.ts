import type { Command } from 'commander';
import { exitCodes, SpinemedError } from '../../../errors/index.ts';
import { endSignal } from '../../end-signal.ts';
import { note, print, printJson } from '../../print.ts';
import { checkOutFile, refuseExisting } from './check-out-file.ts';
import { count, wholeNumber } from './run.ts';

type Options = {
  samples: number;
  seed: number;
  out: string;
  model?: string;
  baseUrl?: string;
  concurrency: number;
  config?: string;
  json: boolean;
};

export function reasoning(group: Command): void {
  group
    .command('reasoning')
    .argument('<dir...>', 'run folders of one benchmark')
    .requiredOption('--out <file>', 'the sheet to fill in; with --model the ratings')
    .option('--samples <n>', 'of each task (one right option, several), of each run', count, 10)
    .option('--seed <n>', 'the same seed draws the same samples', wholeNumber, 0)
    .option('--model <model>', 'has a model rate them, in place of a sheet for people')
    .option('--base-url <url>', 'an OpenAI-compatible server that has the model')
    .option('--concurrency <n>', 'requests at once', count, 8)
    .option('--config <file>', 'a spinemed.yaml (else the nearest one)')
    .option('--json', 'what was written, as JSON', false)
    .description("Samples of models' reasoning, for people or a model to rate on three rubrics.")
    .addHelpText(
      'after',
      `
Examples:  ./spinemed bench reasoning runs/spinegpt runs/gpt-4o --seed 7 --out sheet.csv
           ./spinemed bench reasoning runs/spinegpt runs/gpt-4o --seed 7 --model openai/gpt-5 --out model.csv

Beside sheet.csv lie sheet.guide.md, what the marks mean, and sheet.key.json, which model is behind
which code: give raters the first two. \`bench ratings\` reads filled sheets.
With --model the calls are logged in FILE.calls.jsonl: none is paid twice.
Exit code 1: the model left some samples without a rating. The same command asks for them again.`,
    )
    .action(async (folders: string[], options: Options) => {
      checkOutFile(options.out);
      if (options.model === undefined) refuseExisting(options.out);
      const { sampleReasoning, writeRatingSheet } = await import('../../../benchmark/index.ts');
      const { out, samples: perTask, seed, json } = options;
      const drawn = await sampleReasoning(folders, { perTask, seed });
      if (drawn.samples.length === 0) throw nothingToRate(folders[0]!);
      if (options.model !== undefined) {
        await rateByModel(drawn, options.model, options);
        return;
      }
      const written = await writeRatingSheet(out, drawn, { perTask, seed });
      if (json) printJson({ ...written, samples: drawn.samples.length });
      else {
        const of = drawn.models.size === 1 ? 'one model' : `${drawn.models.size} models`;
        print(`${written.sheet}: ${drawn.samples.length} samples of ${of}`);
        print(`For the raters too: ${written.guide}. Not for them: ${written.key}`);
      }
    });
}

type Drawn = Awaited<ReturnType<typeof import('../../../benchmark/index.ts')['sampleReasoning']>>;

async function rateByModel({ samples }: Drawn, model: string, options: Options): Promise<void> {
  const { picturesOfSamples, rateSamples, refuseToReplace, writeRatings } = await import(
    '../../../benchmark/index.ts'
  );
  const { openModelFor } = await import('../../open-model-for.ts');
  const { out, baseUrl, config, concurrency, json } = options;
  await refuseToReplace(out);
  const pictures = picturesOfSamples();
  const opened = await openModelFor('rate-reasoning', model, {
    ...{ baseUrl, config },
    logFile: `${out}.calls.jsonl`,
    readPicture: pictures.read,
  });
  const { ratings, failed } = await rateSamples(opened.models, samples, pictures, {
    rater: opened.spec.name,
    concurrency,
    signal: endSignal(),
  }).finally(opened.close);
  await writeRatings(out, ratings);
  if (json)
    printJson({
      ratings: out,
      samples: samples.length,
      rated: samples.length - failed.length,
      failed,
    });
  else print(`${out}: ${samples.length - failed.length} of ${samples.length} samples rated`);
  for (const { item, reason } of failed) note(`${item}: ${reason}`);
  if (failed.length > 0) process.exitCode = exitCodes.problemFound;
}

function nothingToRate(place: string): SpinemedError {
  return new SpinemedError({
    code: 'nothing-to-rate',
    mender: 'user',
    message: 'no question has an answer in every run named',
    place,
    hint: 'Run the benchmark first; reports are judged by `bench run` and have no place here.',
  });
}
