import { type Command, InvalidArgumentError } from 'commander';
import type { Agreement, DimensionAgreement } from '../../../benchmark/index.ts';
import { exitCodes } from '../../../errors/index.ts';
import { print, printJson } from '../../print.ts';
import { table } from '../../table.ts';

export function agreement(group: Command): void {
  group
    .command('agreement')
    .argument('<ratings>', 'CSV: item,rater,role,dimension,score; role is human or model')
    .option('--threshold <r>', 'the least correlation that a dimension needs', correlation, 0.7)
    .option('--json', 'as JSON', false)
    .description('How far a judging model agrees with people, dimension by dimension.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed bench agreement ratings.csv\n\nExit code 1: a dimension is not fit to be reported alone.',
    )
    .action(async (file: string, options: { threshold: number; json: boolean }) => {
      const { measureAgreement, readRatings } = await import('../../../benchmark/index.ts');
      const measured = measureAgreement(await readRatings(file), options.threshold);
      if (options.json) printJson(measured);
      else print(describe(measured));
      if (measured.dimensions.some(({ fit }) => !fit)) process.exitCode = exitCodes.problemFound;
    });
}

function correlation(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= -1 && number <= 1) return number;
  throw new InvalidArgumentError('It must be a number from -1 to 1.');
}

function describe({ dimensions, threshold, unpaired }: Agreement): string {
  const unfit = dimensions.filter(({ fit }) => !fit).map(({ dimension }) => dimension);
  return [
    table(
      ['dimension', 'items', 'Pearson r', '95 % interval', 'ICC', 'kappa', 'bias', 'limits', ''],
      dimensions.map(rowOf),
    ),
    ...(unpaired > 0
      ? [`${unpaired} ratings of items that only one side rated were left out.`]
      : []),
    unfit.length === 0
      ? `Every dimension reaches r = ${threshold}.`
      : `Not fit to be reported alone (r below ${threshold} or not defined): ${unfit.join(', ')}.`,
  ].join('\n');
}

function rowOf(measured: DimensionAgreement): string[] {
  const { dimension, items, pearson, icc, kappa, blandAltman, fit } = measured;
  const value = (figure: { defined: true; value: number } | { defined: false; reason: string }) =>
    figure.defined ? figure.value.toFixed(3) : figure.reason;
  const interval = pearson.defined && pearson.interval;
  return [
    dimension,
    String(items),
    value(pearson),
    interval ? `${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}` : '-',
    value(icc),
    value(kappa),
    blandAltman.defined ? blandAltman.bias.value.toFixed(2) : '-',
    blandAltman.defined
      ? `${blandAltman.lowerLimit.value.toFixed(2)} to ${blandAltman.upperLimit.value.toFixed(2)}`
      : '-',
    fit ? '' : 'not fit alone',
  ];
}
