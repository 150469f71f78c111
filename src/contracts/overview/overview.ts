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
  /** The part of `waiting` that no stage may see before it is de-identified. */
  held: count,
  made: count,
  partsRejected: count,
  reasons: z.record(z.string(), count),
});

/** What was asked of one model, and what is under way. answered + lost + rejected is what left
 *  the process and has ended; `fromLog` left nothing, `refused` was not let out. */
export const modelActivitySchema = z.object({
  /** Its name in the workspace; with the address where a command line gave one. */
  pool: z.string(),
  model: z.string(),
  provider: z.string(),
  modelId: z.string(),
  egress: z.enum(['onsite', 'external', 'unstated']),
  /** A classical method, shown as one: a floor to compare with, not a model. */
  offline: z.boolean(),
  inFlight: count,
  /** It asked for quiet until then. */
  pausedUntil: z.string().nullable(),
  answered: count,
  fromLog: count,
  lost: count,
  rejected: count,
  refused: count,
  inputTokens: count,
  outputTokens: count,
  usd: z.number(),
  /** Answers whose cost nobody knows: `usd` leaves them out. */
  unpriced: count,
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
  models: z.array(modelActivitySchema),
  spend: z.object({
    usd: z.number(),
    calls: count,
    /** Calls of unknown price, which `usd` leaves out. */
    unpriced: count,
    capUsd: z.number().nullable(),
    /** What the cap is held against: the costs, and at its most what was lost and may have
     *  been charged for. */
    countedUsd: z.number(),
  }),
});

export type ModelActivity = z.output<typeof modelActivitySchema>;

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
