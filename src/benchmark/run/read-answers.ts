import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { answerLineSchema } from '../../contracts/benchmark/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { readLines } from '../items/read-lines.ts';

/** A line without what was asked, which is most of it and nothing that a score looks at. */
const heardLineSchema = answerLineSchema.omit({ request: true, reasons: true });
export type HeardLine = z.output<typeof heardLineSchema>;

/** With where it stands in the file, in bytes. */
export type Placed<Line> = Line & { place: { at: number; length: number } };

/** Every whole line of a run's `answers.jsonl`, oldest first. What follows the last line break
 *  was cut off by a kill and is no line. A run that asked nothing yet has none. */
export const readAnswers = (file: string) => readWhole(file, answerLineSchema);

/** The same lines, read in half the time. */
export const readHeard = (file: string) => readWhole(file, heardLineSchema);

async function* readWhole<Line extends object>(
  file: string,
  schema: z.ZodType<Line>,
): AsyncGenerator<Placed<Line>> {
  try {
    for await (const { text, number, whole, at, length } of readLines(createReadStream(file))) {
      if (!whole) continue;
      const line = parseLine(text, schema, `${file}:${number}`);
      yield Object.assign(line, { place: { at, length } });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function parseLine<Line>(text: string, schema: z.ZodType<Line>, place: string): Line {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new SpinemedError({
      code: 'answers-damaged',
      mender: 'user',
      message: 'this line is not one of a benchmark run',
      place,
      hint: 'Bring the file back from a copy, or take the line out and run again: what it held is then asked again.',
    });
  }
}
