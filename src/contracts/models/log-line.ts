import { z } from 'zod';
import { roleNameSchema } from '../../config/role-names.ts';
import { dataClassSchema } from '../data-class.ts';
import { promptSchema, sha256Schema } from './prompt.ts';

const count = z.int().min(0);

export const finishSchema = z.enum(['stop', 'length', 'refused', 'other']);

/** What a model was asked, in parts: pictures by hash. An offline method is given the typed
 *  input in place of a prompt. */
export const requestSchema = z.object({
  prompt: promptSchema.optional(),
  picture: sha256Schema.optional(),
  input: z.json().optional(),
  parameters: z.record(z.string(), z.json()),
  form: z.object({ by: z.string(), schema: z.json() }).optional(),
});

export type LoggedRequest = z.output<typeof requestSchema>;

/** How a request ended. `lost`: no whole answer came, and it may be asked again. `rejected`:
 *  the provider would not take it. `refused`: it was not allowed out. */
export const attemptStatusSchema = z.enum(['answered', 'lost', 'rejected', 'refused']);

/** One line of a call log in a file: an attempt that has ended. */
export const logLineSchema = z.object({
  id: z.string(),
  call: z.uuid(),
  step: roleNameSchema,
  repeat: count,
  attempt: count,
  model: z.string(),
  provider: z.string(),
  baseUrl: z.string().nullable(),
  modelId: z.string(),
  promptVersion: z.string(),
  class: dataClassSchema,
  /** Ids of the things that it was made of. */
  from: z.array(z.string()).default([]),
  status: attemptStatusSchema,
  text: z.string().nullable(),
  finish: finishSchema.nullable(),
  tokens: z.object({
    input: count.nullable(),
    cachedInput: count.nullable(),
    output: count.nullable(),
  }),
  costUsd: z.number().nullable(),
  /** What the spend cap counts where the cost is not known: the most it can have been. */
  atMostUsd: z.number().nullable(),
  latencyMs: z.number(),
  error: z.string().nullable(),
  at: z.iso.datetime(),
  request: requestSchema,
});

export type LogLine = z.output<typeof logLineSchema>;
