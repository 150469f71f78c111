import { type Command, InvalidArgumentError } from 'commander';
import type { EmbedderResult } from '../../../benchmark/index.ts';
import { exitCodes } from '../../../errors/index.ts';
import { type DiseaseId, diseases, findDisease } from '../../../spine/index.ts';
import { print, printJson } from '../../print.ts';
import { table, withoutControls } from '../../table.ts';
import { progressOfSteps } from './step-progress.ts';
import { wholeBetween } from './whole-between.ts';

type Options = {
  out?: string;
  embedder: string[];
  samples: number;
  disease?: DiseaseId;
  seed?: number;
  json: boolean;
};

export function similarity(group: Command): void {
  group
    .command('similarity')
    .option('--out <dir>', 'the folder of the build (else benchmarks/spinebench-mm)')
    .requiredOption('--embedder <model...>', 'names in spinemed.yaml, or offline')
    .option('--samples <n>', 'pictures shown one by one', wholeBetween(0, 1000), 4)
    .option('--disease <name>', 'samples of this disease alone', readDisease)
    .option('--seed <n>', "of the samples (else the build's)", wholeBetween(0, 4_294_967_295))
    .option('--json', 'as JSON', false)
    .description('Embedding models side by side, on the pictures of a build.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed bench-mm similarity --embedder siglip2 --embedder offline --disease spondylolisthesis',
    )
    .action(async (options: Options, command: Command) => {
      const { compareEmbedders, readBuild } = await import('../../../benchmark/index.ts');
      const { withEmbedders } = await import('./with-embedders.ts');
      const asked = { folder: options.out, named: options.embedder, check: readBuild };
      await withEmbedders(command, asked, async ({ folder, models, signal }) => {
        const progress = progressOfSteps();
        const results = await compareEmbedders({
          ...{ folder, models, signal, samples: options.samples },
          embedders: options.embedder,
          disease: options.disease,
          seed: options.seed,
          onProgress: (embedder, done, of) => progress.update(`points by ${embedder}`, done, of),
        }).finally(progress.clear);
        if (options.json) printJson(results);
        else print(describe(results));
        if (results.some(({ failed }) => failed > 0)) process.exitCode = exitCodes.problemFound;
      });
    });
}

function readDisease(text: string): DiseaseId {
  const found = findDisease(text);
  if (found && found.id !== 'healthy') return found.id;
  throw new InvalidArgumentError('It is one of the eleven diseases, in English or Chinese.');
}

type Sample = EmbedderResult['samples'][number];

function describe(results: readonly EmbedderResult[]): string {
  const names = diseases.filter(({ id }) => id !== 'healthy');
  const rank = (value: number | null) => (value === null ? '–' : String(value));
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  const samples = results.flatMap(({ embedder, samples }) =>
    samples.map(sample => [
      ...[nameOf(embedder), idOf(sample), short(sample.truth), rank(sample.rank)],
      ...names.map(({ id }) => similarityTo(sample, id)),
    ]),
  );
  const pictures = new Map(results.flatMap(of => of.samples.map(each => [idOf(each), each])));
  const overall = results.map(({ embedder, otherPictures, otherPatients, failed }) => [
    ...[nameOf(embedder), otherPictures.n],
    ...[otherPictures, otherPatients].flatMap(({ meanReciprocalRank, shareAtOne }) => [
      share(meanReciprocalRank),
      share(shareAtOne),
    ]),
    failed,
  ]);
  return [
    table(['embedder', 'ID', 'truth', 'rank', ...names.map(({ id }) => short(id))], samples),
    '',
    ...(pictures.size > 0
      ? ['*: the patient has it too, or nobody has ruled it out; it is no rival for the rank']
      : []),
    ...[...pictures].map(
      ([id, { picture, place }]) => `${id}: ${picture}, of ${withoutControls(place)}`,
    ),
    '',
    table(
      [
        ...['embedder', 'ranked', 'mean 1/rank', 'share at 1'],
        ...['mean 1/rank, patient left out', 'share at 1, patient left out', 'failed'],
      ],
      overall,
    ),
  ].join('\n');
}

const idOf = ({ sha256 }: Sample) => sha256.slice(0, 8);

/** With as many digits as tell the rank. */
function similarityTo({ similarity, besides }: Sample, id: DiseaseId): string {
  const value = similarity[id] ?? null;
  return value === null ? '–' : `${value.toFixed(4)}${besides.includes(id) ? '*' : ''}`;
}

function nameOf(embedder: EmbedderResult['embedder']): string {
  if (!embedder) return '–';
  return embedder.offline ? `${embedder.name} (${embedder.method})` : embedder.name;
}

const short = (id: DiseaseId) => diseases.find(each => each.id === id)!.abbreviation ?? id;
