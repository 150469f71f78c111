import { type Command, InvalidArgumentError } from 'commander';
import type { LayoutName } from '../../imaging/index.ts';
import { countProgress } from '../count-progress.ts';
import { print, printJson } from '../print.ts';

type Options = {
  out: string;
  cases: number;
  seed: number;
  layout?: string;
  resolution: number;
  json: boolean;
};

export function phantom(program: Command): void {
  program
    .command('phantom')
    .requiredOption('--out <dir>', 'where the cases go; what is there whole already is kept')
    .option('--cases <n>', 'how many', wholeBetween(1, 100_000), 1)
    .option('--seed <n>', 'the same seed gives the same cases', wholeBetween(0, 1_000_000), 1)
    .option(
      '--layout <name>',
      'as a dataset lays its files out, or `all`, each in a folder of its own',
    )
    .option('--resolution <mm>', 'of the CT; the other pictures follow', millimetres, 1)
    .option('--json', 'as JSON', false)
    .description('Invented spines of which everything is known: CT, MR, radiographs and the truth.')
    .addHelpText('after', '\nExample:  ./spinemed phantom --out phantoms --cases 3 --seed 7')
    .action(async ({ out, cases, seed, layout, resolution, json }: Options) => {
      const { layouts, makeCases } = await import('../../imaging/index.ts');
      const names = Object.keys(layouts) as LayoutName[];
      const wanted =
        layout === undefined
          ? []
          : layout === 'all'
            ? names
            : names.filter(name => name === layout);
      if (layout !== undefined && wanted.length === 0) {
        throw new InvalidArgumentError(
          `There is no such layout; it is one of ${names.join(', ')}, all.`,
        );
      }
      const progress = countProgress('cases');
      const { made, kept, datasets } = await makeCases({
        ...{ out, cases, seed, layouts: wanted, resolutionMm: resolution },
        onCase: done => progress.update(done),
      });
      progress.clear();
      if (json) printJson({ out, made, kept, datasets });
      else print(`${made + kept} cases in ${out}: ${made} made, ${kept} were there`);
    });
}

function wholeBetween(least: number, most: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

function millimetres(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value >= 0.4 && value <= 10) return value;
  throw new InvalidArgumentError('It is millimetres from 0.4 to 10.');
}
