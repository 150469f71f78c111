import { createReadStream } from 'node:fs';
import { type AnswerLine, answerLineSchema } from '../../contracts/benchmark/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { readLines } from '../items/read-lines.ts';

/** With where it stands in the file, in bytes. */
export type PlacedLine = AnswerLine & { place: { at: number; length: number } };

/** Every whole line of a run's `answers.jsonl`, oldest first. What follows the last line break
 *  was cut off by a kill and is no line. A run that asked nothing yet has none. */
export async function* readAnswers(file: string): AsyncGenerator<PlacedLine> {
  try {
    for await (const { text, number, whole, at, length } of readLines(createReadStream(file))) {
      if (whole) yield { ...parseLine(text, `${file}:${number}`), place: { at, length } };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function parseLine(text: string, place: string): AnswerLine {
  try {
    return answerLineSchema.parse(JSON.parse(text));
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
