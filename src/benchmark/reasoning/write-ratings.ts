import type { Rating } from '../agreement/read-ratings.ts';
import { writeCsv } from './write-csv.ts';

/** As `bench agreement` reads it. */
export async function writeRatings(file: string, ratings: readonly Rating[]): Promise<void> {
  await writeCsv(file, [
    ['item', 'rater', 'role', 'dimension', 'score'],
    ...ratings.map(({ item, rater, role, dimension, score }) => [
      ...[item, rater, role, dimension, score],
    ]),
  ]);
}
