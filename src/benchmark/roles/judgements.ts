import { z } from 'zod';
import { reportSchema } from '../../contracts/report/index.ts';
import { languages, type ScoredDimensionId, scoredDimensions } from '../../spine/index.ts';

const judgementSchema = z.strictObject({
  score: z.number().min(1).max(5),
  reason: z.string().regex(/\S/, 'must not be blank'),
});

const perDimension = Object.fromEntries(
  scoredDimensions.map(({ id }) => [id, judgementSchema]),
) as Record<ScoredDimensionId, typeof judgementSchema>;

/** All ten dimensions, or it is no judgement. */
export const judgementsSchema = z.strictObject(perDimension);
export type Judgements = z.output<typeof judgementsSchema>;

export const judgeInputSchema = z.strictObject({
  reference: reportSchema,
  /** The report to be judged, as its author wrote it; an empty one is worth nothing. */
  candidate: z.string(),
  language: z.enum(languages),
});

export type JudgeInput = z.output<typeof judgeInputSchema>;
