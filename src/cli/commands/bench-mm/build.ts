import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BuildSettings } from '../../../benchmark/index.ts';
import { exitCodes, SpinemedError } from '../../../errors/index.ts';
import type { Store } from '../../../store/index.ts';
import { note, print, printJson } from '../../print.ts';
import { describeBuild } from './describe-build.ts';
import { progressOfSteps } from './step-progress.ts';
import { wholeBetween } from './whole-between.ts';

type Options = Omit<BuildSettings, 'longestPixels'> & {
  out?: string;
  longest: number;
  embedder?: string;
  at: [dataset: string, place: string][];
  json: boolean;
};

export function build(group: Command): void {
  group
    .command('build')
    .option('--out <dir>', 'where it goes (else benchmarks/spinebench-mm in the workspace)')
    .option('--library <n>', 'pictures a disease to compare with', wholeBetween(1, 100_000), 200)
    .option('--seed <n>', 'of samples, order and wording', wholeBetween(0, 4_294_967_295), 1)
    .addOption(
      new Option('--severity <which>', 'which grades of RSNA count as disease')
        .choices(['moderate-and-severe', 'severe'])
        .default('moderate-and-severe'),
    )
    .addOption(
      new Option(
        '--healthy-options <which>',
        'beside Healthy as the truth: the most similar diseases, or such as the ill have beside it',
      )
        .choices(['most-similar', 'like-the-ill'])
        .default('most-similar'),
    )
    .addOption(
      new Option('--language <which>', 'of the questions; mixed: half of them each, drawn by seed')
        .choices(['mixed', 'en', 'zh'])
        .default('mixed'),
    )
    .option('--embedder <model>', 'a name in spinemed.yaml, or offline (else who plays the role)')
    .option('--sub <n>', 'items of SpineBench-Sub', wholeBetween(1, 10_000_000), 1000)
    .option('--longest <px>', 'longer sides are made so long', wholeBetween(64, 10_000), 1024)
    .option(
      '--at <dataset=dir>',
      'where a dataset lies now, if it was moved since it was collected; may be repeated',
      readPlace,
      [],
    )
    .option('--json', 'as JSON', false)
    .description('Builds it; a build that stopped goes on.')
    .addHelpText(
      'after',
      `
Examples:  ./spinemed collect dataset rsna /data/rsna && ./spinemed bench-mm build
           ./spinemed bench-mm build --out mm --embedder siglip2 --severity severe --at vindr=/mnt/vindr

Exit code 1: some pictures could not be read or embedded, or contradict each other, or a case number is taken; rejects.jsonl says which.
Pictures may not be passed on; the items point to where the owners have them.`,
    )
    .action(async (options: Options, command: Command) => {
      const { buildMm, checkCollected } = await import('../../../benchmark/index.ts');
      const { withEmbedders } = await import('./with-embedders.ts');
      const { library, seed, severity, healthyOptions, language, sub, longest } = options;
      const named = options.embedder === undefined ? [] : [options.embedder];
      const check = async (_: string, store: Store) => {
        for (const [, place] of options.at) await checkFolder(place);
        await checkCollected(store);
      };
      await withEmbedders(command, { folder: options.out, named, check }, async opened => {
        const progress = progressOfSteps();
        const built = await buildMm({
          ...opened,
          settings: {
            ...{ library, seed, severity, healthyOptions, language, sub },
            longestPixels: longest,
          },
          embedder: options.embedder,
          moved: new Map(options.at),
          onProgress: progress.update,
        }).finally(progress.clear);
        if (options.json) printJson({ folder: opened.folder, ...built });
        else print(describeBuild(built, opened.folder));
        const problems = built.books.filter(
          ({ stage, reasons }) => mustBeSeen.includes(stage) || reasons['number-taken'],
        );
        if (built.embedder?.offline)
          note('Similarities are those of a classical method, not of a model.');
        if (problems.some(({ rejects }) => rejects > 0)) process.exitCode = exitCodes.problemFound;
      });
    });
}

/** Pictures that are looked for in the wrong place would all be missing, one by one. */
async function checkFolder(place: string): Promise<void> {
  const found = await stat(place).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new SpinemedError({
    ...{ code: 'folder-missing', mender: 'user', message: 'there is no such folder', place },
    hint: 'Write --at with the folder where the dataset lies now.',
  });
}

/** What is left out for its labels is as it should be. */
const mustBeSeen: readonly string[] = ['picture', 'embedding', 'diagnosis'];

const datasets = ['buu', 'csxa', 'rsna', 'vindr'];

function readPlace(text: string, before: Options['at']): Options['at'] {
  const [, dataset = '', place = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
  if (datasets.includes(dataset)) return [...before, [dataset, path.resolve(place)]];
  throw new InvalidArgumentError(`Write it as one of ${datasets.join(', ')}, =, and a folder.`);
}
