import { readFile } from 'node:fs/promises';
import { SpinemedError } from '../../errors/index.ts';
import type { Rating } from '../agreement/read-ratings.ts';
import { writeCsv } from './write-csv.ts';

const columns = ['item', 'rater', 'role', 'dimension', 'score'] as const;

/** As `bench agreement` reads it. */
export async function writeRatings(file: string, ratings: readonly Rating[]): Promise<void> {
  await refuseToReplace(file);
  const rows = ratings.map(rating => columns.map(name => rating[name]));
  await writeCsv(file, [columns, ...rows], 'programs');
}

/** Ratings may be written anew; a sheet that people filled in stands in the way. */
export async function refuseToReplace(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text === '' || text.startsWith(`${columns.join(',')}\n`)) return;
  throw new SpinemedError({
    code: 'out-unfit',
    mender: 'user',
    message: 'this file is there already, and holds no ratings of this program',
    place: file,
    hint: 'Give --out another name.',
  });
}
