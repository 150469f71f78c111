import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';

const rowSchema = z.object({
  item: z.string().regex(/\S/),
  rater: z.string().regex(/\S/),
  role: z.enum(['human', 'model']),
  dimension: z.string().regex(/\S/),
  score: z
    .string()
    .regex(/^\s*[-+]?\d+(\.\d+)?\s*$/)
    .transform(Number)
    .refine(score => score >= 1 && score <= 5),
});

export type Rating = z.output<typeof rowSchema>;

const columns = ['item', 'rater', 'role', 'dimension', 'score'];
const mostBytes = 200 * 2 ** 20;

/** Ratings as `item,rater,role,dimension,score`, in any order of columns. */
export async function readRatings(file: string): Promise<Rating[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw wrong('there is no such file', file);
  if (found.size > mostBytes) throw wrong('the file is larger than 200 MiB', file);
  const ratings: Rating[] = [];
  const seen = new Set<string>();
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
      columns: (head: string[]) => {
        const names = head.map(name => name.trim().toLowerCase());
        const missing = columns.filter(name => !names.includes(name));
        if (missing.length > 0) throw wrong(`no column ${missing.join(', ')}`, `${file}:1`);
        return names;
      },
    }),
  );
  try {
    for await (const { record, info } of parser) {
      const place = `${file}:${info.lines}`;
      const parsed = rowSchema.safeParse(record);
      if (!parsed.success)
        throw wrong(`\`${String(parsed.error.issues[0]!.path[0])}\` is not as it should be`, place);
      const { item, rater, dimension } = parsed.data;
      const key = JSON.stringify([item, rater, dimension]);
      if (seen.has(key)) throw wrong('this rater has rated this item and dimension before', place);
      seen.add(key);
      ratings.push(parsed.data);
    }
  } catch (error) {
    if (error instanceof SpinemedError) throw error;
    throw wrong('this is not a CSV file', file);
  }
  if (ratings.length === 0) throw wrong('there is no rating in it', file);
  return ratings;
}

function wrong(message: string, place: string): SpinemedError {
  return new SpinemedError({
    code: 'ratings-invalid',
    mender: 'user',
    message,
    place,
    hint: 'Write item,rater,role,dimension,score with a head; role is human or model, score a number from 1 to 5, each rater once an item and dimension.',
  });
}
