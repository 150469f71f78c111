import { z } from 'zod';

const count = z.int().min(0);

/** The books of one step: in = out + rejects + waiting. */
export const stepSchema = z.object({
  step: z.int(),
  stage: z.string(),
  version: z.int(),
  in: count,
  out: count,
  rejects: count,
  waiting: count,
  made: count,
  partsRejected: count,
  reasons: z.record(z.string(), count),
});

export const overviewSchema = z.object({
  workspace: z.string(),
  build: z
    .object({
      recipe: z.string(),
      state: z.enum(['running', 'done', 'stopped', 'interrupted']),
      error: z.string().nullable(),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
    })
    .nullable(),
  steps: z.array(stepSchema),
  sources: z.object({ public: count, licensed: count, clinical: count }),
  jobs: z.object({ waiting: count, running: count, stopped: count }),
  workers: z.array(z.object({ host: z.string(), pid: z.int(), slots: count, since: z.string() })),
  spend: z.object({ usd: z.number(), calls: count, capUsd: z.number().nullable() }),
});

export type Overview = z.output<typeof overviewSchema>;

export const rejectSchema = z.object({
  id: z.int(),
  input: z.string(),
  reason: z.string(),
  place: z.string().nullable(),
  code: z.string().nullable(),
  at: z.string(),
});

export const rejectPageSchema = z.object({
  rejects: z.array(rejectSchema),
  /** Give it as `after` to read on; null at the end. */
  next: z.int().nullable(),
});

export type RejectPage = z.output<typeof rejectPageSchema>;
