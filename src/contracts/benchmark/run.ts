import { z } from 'zod';
import { sha256Schema } from '../models/index.ts';

const count = z.int().min(0);

/** A model as it was asked: the same again gives the same prompts and parameters. */
export const askedModelSchema = z.object({
  name: z.string(),
  provider: z.string(),
  model: z.string(),
  baseUrl: z.string().nullable(),
  parameters: z.record(z.string(), z.json()),
  /** The classical method in place of a model, where the offline engine plays. */
  method: z.string().nullable(),
});
export type AskedModel = z.output<typeof askedModelSchema>;

/** `run.json`: what was asked of whom. Nothing of what came of it. */
export const runSchema = z.object({
  form: z.literal(1),
  software: z.object({ name: z.literal('spinemed'), version: z.string() }),
  startedAt: z.iso.datetime(),
  benchmark: z.object({
    name: z.string(),
    /** As it was given; `benchmark.jsonl` beside this file holds the items that were asked. */
    file: z.string(),
    /** Where the paths of its pictures begin. */
    folder: z.string(),
    sha256: sha256Schema,
    items: count,
    of: count,
  }),
  picked: z.object({
    limit: count.nullable(),
    sample: count.nullable(),
    seed: count.nullable(),
  }),
  repeats: z.int().min(1),
  model: askedModelSchema,
  judges: z.array(askedModelSchema),
  judgements: z.int().min(1),
  /** Reads what no rule can; null: nobody. */
  extractor: askedModelSchema.nullable(),
  prompts: z.record(z.string(), z.string()),
});
export type Run = z.output<typeof runSchema>;
