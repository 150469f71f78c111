import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { SpinemedError } from '../../errors/index.ts';
import { type DatasetId, datasets } from '../../spine/index.ts';
import type { Recipe } from '../../store/index.ts';
import { note, print } from '../print.ts';
import { runInWorkspace } from '../run-in-workspace.ts';

type Options = { json: boolean; find?: string };

export function collect(program: Command): void {
  const command = program
    .command('collect')
    .description('Brings sources into the workspace; what is there already is not collected twice.')
    .addHelpText('after', '\nExample:  ./spinemed collect folder /data/textbooks');

  europePmc(command);
  dataset(command);
  const folder = source(
    command,
    'folder',
    '<path>',
    'Textbooks and guidelines: every file of a folder. Pictures are read as pages where a source.yaml says `pages: scanned`.',
    {
      example: '/data/textbooks',
      warnOfTwins: true,
      steps: async place => {
        const { collectConverterDocuments, collectFolder, collectScannedDocuments, identify } =
          await sources();
        return [
          collectFolder({ path: place }),
          collectConverterDocuments({ path: place }),
          collectScannedDocuments({ path: place }),
          identify(),
        ];
      },
      find: async (...asked) => (await sources()).findClinical(...asked),
    },
  );
  source(command, 'questions', '<file>', 'A question bank: CSV, XLSX, JSON or QTI.', {
    example: 'banks/spine.xlsx',
    steps: async place => [(await sources()).collectQuestions({ path: place })],
  });
  const cases = source(
    command,
    'cases',
    '<path>',
    'Hospital cases: a folder a case, always clinical.',
    {
      example: '/data/cases',
      warnOfTwins: true,
      steps: async place => {
        const { collectCases, deidentificationGate, readCaseFile } = await sources();
        return [collectCases({ path: place }), readCaseFile(), deidentificationGate()];
      },
      find: async (...asked) => (await sources()).findCase(...asked),
    },
  );
  for (const findable of [folder, cases])
    findable.option(
      '--find <tag>',
      'collect nothing: print the folder or file that a tag stands for',
    );
}

function europePmc(parent: Command): void {
  parent
    .command('europepmc')
    .requiredOption('--query <q>', 'in the language of Europe PMC’s search')
    .option('--limit <n>', 'records to look at, at most', readLimit, 1000)
    .option('--json', 'the counts as JSON', false)
    .description('Open articles with their figures, from Europe PMC.')
    .addHelpText(
      'after',
      "\nExample:  ./spinemed collect europepmc --query 'TITLE:(lumbar AND stenosis)' --limit 200\n\nExit code 1: something was rejected; `./spinemed status --rejects` says what.\nSPINEMED_EUROPEPMC_URL names another address, SPINEMED_CONTACT a mail address for those who run the service.",
    )
    .action(async (options: { query: string; limit: number; json: boolean }, command: Command) => {
      const { query, limit } = options;
      if (query.trim() === '') throw new InvalidArgumentError('the query is empty');
      await collectInWorkspace(command, options, async () => ({
        name: 'collect europepmc',
        about: 'Articles that a query finds.',
        steps: [(await sources()).collectEuropePmc({ query, limit })],
      }));
    });
}

function dataset(parent: Command): void {
  const names = datasets.map(({ id }) => id);
  parent
    .command('dataset')
    .addArgument(new Argument('<name>').choices(names))
    .argument('<path>', 'where its owners’ files lie, as they come')
    .option('--json', 'the counts as JSON', false)
    .description('An open image dataset: its labels, and pointers to its pictures.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed collect dataset verse /data/verse20\n\nExit code 1: something was rejected; `./spinemed status --rejects` says what.\nPictures are read to know them again, and stay where they are.',
    )
    .action(async (name: DatasetId, given: string, options: Options, command: Command) => {
      const place = checked(given);
      await collectInWorkspace(command, options, async ({ folder }) => ({
        name: 'collect dataset',
        about: 'Cases of an open image dataset.',
        steps: [(await sources()).collectDataset({ dataset: name, path: seenFrom(folder, place) })],
      }));
    });
}

function readLimit(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('Give a whole number from 1, such as 200.');
}

const sources = () => import('../../sources/index.ts');

type Find = (place: string, workspace: string, tag: string) => Promise<string | undefined>;
type Collection = {
  /** What it brings may be patients'. */
  warnOfTwins?: boolean;
  example: string;
  steps: (place: string) => Promise<Recipe['steps']>;
  find?: Find;
};

/** What is collected waits for a build; a collection that is refused leaves no trace of itself. */
async function collectInWorkspace(
  command: Command,
  options: { json: boolean; warnOfTwins?: boolean },
  choose: Parameters<typeof runInWorkspace>[2],
): Promise<void> {
  await runInWorkspace(command, { ...options, withdrawIfRefused: true }, choose);
  note('`./spinemed build` works on what was collected.');
}

function source(
  parent: Command,
  name: string,
  argument: string,
  about: string,
  { example, steps, find, warnOfTwins = false }: Collection,
): Command {
  return parent
    .command(name)
    .argument(argument)
    .option('--json', 'the counts as JSON', false)
    .description(about)
    .addHelpText(
      'after',
      `\nExample:  ./spinemed collect ${name} ${example}\n\nExit code 1: something was rejected; \`./spinemed status --rejects\` says what.`,
    )
    .action(async (given: string, options: Options, command: Command) => {
      const place = checked(given);
      if (find && options.find !== undefined) return tell(command, place, options.find, find);
      await collectInWorkspace(command, { ...options, warnOfTwins }, async ({ folder }) => ({
        name: `collect ${name}`,
        about,
        steps: await steps(seenFrom(folder, place)),
      }));
    });
}

/** Prints a name that shows nowhere else, to the one who asks for it at this machine. */
async function tell(command: Command, place: string, tag: string, find: Find): Promise<void> {
  const { openWorkspace } = await import('../../config/index.ts');
  const { folder } = openWorkspace(command.optsWithGlobals().workspace);
  const found = await find(place, folder, tag);
  if (found !== undefined) return print(found);
  throw new SpinemedError({
    code: 'case-unknown',
    mender: 'user',
    message: 'no folder or file there has this tag',
    place,
    hint: 'Give the tag as `./spinemed status --rejects` prints it: 16 digits, 10 for a file of a case.',
  });
}

function checked(given: string): string {
  if (given.trim() === '') throw new InvalidArgumentError('the path is empty');
  const place = path.resolve(given);
  try {
    // By whichever way it was reached, it is the same place.
    return realpathSync(place);
  } catch (cause) {
    throw new SpinemedError({
      code: 'source-missing',
      mender: 'user',
      message: 'there is nothing to collect from',
      place,
      hint: 'Name a file or folder that is there.',
      cause,
    });
  }
}

/** Inside the workspace as recipes name it, so that both are the same step. */
function seenFrom(workspaceFolder: string, place: string): string {
  const way = path.relative(workspaceFolder, place);
  const isInside = way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
  return isInside ? way.split(path.sep).join('/') : place;
}
