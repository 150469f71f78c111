import type { Rating } from '../agreement/read-ratings.ts';
import { writeCsv } from './write-csv.ts';

const columns = ['item', 'rater', 'role', 'dimension', 'score'] as const;

/** As `bench agreement` reads it. */
export async function writeRatings(file: string, ratings: readonly Rating[]): Promise<void> {
  const rows = ratings.map(rating => columns.map(name => rating[name]));
  await writeCsv(file, [columns, ...rows], 'programs');
}
