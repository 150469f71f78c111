import path from 'node:path';
import type { Command } from 'commander';
import { SpinemedError } from '../../../errors/index.ts';
import { note, print, printJson } from '../../print.ts';
import { checkOutFile } from './check-out-file.ts';

type Options = { out: string; rater?: string; json: boolean };

export function ratings(group: Command): void {
  group
    .command('ratings')
    .argument(
      '<sheet...>',
      'sheets of `bench reasoning` that were filled in, and ratings of models',
    )
    .requiredOption('--out <file>', 'the ratings, as `bench agreement` reads them')
    .option('--rater <name>', "of a single sheet (else the file's name says who filled it in)")
    .option('--json', 'what was read, as JSON', false)
    .description('Filled rating sheets as ratings: item,rater,role,dimension,score.')
    .addHelpText(
      'after',
      `
Example:  ./spinemed bench ratings rater-1.csv rater-2.csv model.csv --out ratings.csv
          ./spinemed bench agreement ratings.csv

Ratings that are such already (model.csv) go in as they are.`,
    )
    .action(async (sheets: string[], { out, rater, json }: Options) => {
      checkOutFile(out);
      if (rater !== undefined && sheets.length > 1) throw oneRater();
      const { readRatingSheet, writeRatings } = await import('../../../benchmark/index.ts');
      const all = [];
      let blank = 0;
      for (const sheet of sheets) {
        const filled = await readRatingSheet(sheet, rater ?? path.parse(sheet).name);
        if (filled.ratings.length === 0) throw empty(sheet);
        all.push(...filled.ratings);
        blank += filled.blank;
      }
      await writeRatings(out, all);
      if (json) printJson({ ratings: out, count: all.length, blank });
      else print(`${out}: ${all.length} ratings of ${sheets.length} files`);
      if (blank > 0) note(`${blank} marks were left empty`);
    });
}

function oneRater(): SpinemedError {
  return new SpinemedError({
    code: 'rater-of-several',
    mender: 'user',
    message: '--rater names who filled in one sheet, and there are several',
    hint: 'Leave it out: each file is then its own rater; or read the sheets one by one.',
  });
}

function empty(place: string): SpinemedError {
  return new SpinemedError({
    code: 'sheet-empty',
    mender: 'user',
    message: 'there is no mark in this sheet',
    place,
    hint: 'Name the sheet that was filled in.',
  });
}
