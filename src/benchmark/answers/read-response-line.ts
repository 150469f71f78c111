import { z } from 'zod';
import { type DataClass, dataClassSchema } from '../../contracts/data-class.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { Question } from './extract-answer.ts';

const letter = z.string().regex(/^[A-Z]$/);
const schema = z.looseObject({
  id: z.string().min(1),
  task: z.enum(['mcq', 'mcq-multi']),
  options: z
    .record(letter, z.string())
    .refine(options => Object.keys(options).length >= 2, 'a choice needs two options'),
  response: z.string(),
  class: dataClassSchema.optional(),
  source: z.string().optional(),
});

const hints: Record<string, string> = {
  id: 'Give the line an `id` that is a text.',
  task: 'Give it a `task`: `mcq` or `mcq-multi`.',
  options: 'Give it `options`, two or more: {"A": "…", "B": "…"}, a capital letter each.',
  class: 'Leave `class` out, or write public, licensed or clinical.',
  response: 'Give it a `response` that is a text; leave out lines to which no response came.',
};

/** `class` decides which models may read it: clinical where its item is from a hospital, else
 *  licensed, unless it says so itself. */
export type ResponseLine = Question & { id: string; class: DataClass };

/** One line of responses: a question's options and what was answered. `place` says which line. */
export function readResponseLine(line: string, place: string): ResponseLine {
  const value = parseJson(line, place);
  if (z.object({ task: z.literal('report') }).safeParse(value).success) {
    throw new SpinemedError({
      code: 'task-without-letters',
      mender: 'user',
      message: 'a report has no letters to extract',
      place,
      hint: 'Leave out the lines whose `task` is `report`.',
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const { id, task, options, response, source } = parsed.data;
    const usual = source === 'hospital' ? 'clinical' : 'licensed';
    return { id, task, options, response, class: parsed.data.class ?? usual };
  }
  const field = String(parsed.error.issues[0]!.path[0] ?? '');
  throw new SpinemedError({
    code: 'response-line-invalid',
    mender: 'user',
    message: Object.hasOwn(hints, field)
      ? `\`${field}\` is missing or not as it should be`
      : 'the line is not a JSON object',
    place,
    hint: hints[field] ?? 'Write one JSON object a line: id, task, options, response.',
  });
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SpinemedError({
      code: 'json-invalid',
      mender: 'user',
      message: 'the line is not JSON',
      place,
      hint: 'Write one JSON object a line, with nothing behind it.',
    });
  }
}
