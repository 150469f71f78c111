import { z } from 'zod';
import { scoredDimensions } from '../../spine/scored-dimensions.ts';
import { logLineSchema } from '../models/log-line.ts';

export const runSteps = ['answer', 'extract', 'judge'] as const;
export type RunStep = (typeof runSteps)[number];

const points = z
  .record(z.string(), z.number().min(1).max(5))
  .refine(
    scores => scoredDimensions.every(({ id }) => Object.hasOwn(scores, id)),
    'all ten dimensions, or it is no judgement',
  );

/**
 * A line of `answers.jsonl`: one request of a benchmark run that has ended. The first fields are
 * those that others rely on; the rest is what makes the file the run's call log as well.
 */
export const answerLineSchema = z.object({
  ...logLineSchema.omit({ id: true, step: true }).shape,
  /** The item's. */
  id: z.string(),
  step: z.enum(runSteps),
  /** Which of several answers to one item, from 0. */
  repeat: z.int().min(0),
  /** Which of several judgements of one report by one judge, from 0. */
  judgement: z.int().min(0).optional(),
  /** The letters that were read, by rule (`answer`) or by a model (`extract`). */
  answer: z.array(z.string()).nullable(),
  /** By which rule, or why there is no letter. */
  rule: z.string().nullable(),
  scores: points.nullable(),
  reasons: z.record(z.string(), z.string()).nullable(),
});

export type AnswerLine = z.output<typeof answerLineSchema>;
