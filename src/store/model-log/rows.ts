import { z } from 'zod';
import type { DataClass } from '../../contracts/data-class.ts';
import { finishSchema, type LoggedRequest } from '../../contracts/models/index.ts';

/** A call as it is written down. */
export type CallRow = {
  id: string;
  role: string;
  promptVersion: string;
  model: string;
  provider: string;
  baseUrl: string | null;
  modelId: string;
  egress: string;
  class: DataClass;
  repeat: number;
  inputs: readonly string[];
  pictures: readonly string[];
  request: LoggedRequest;
  /** Whose requests count together. */
  pool: string;
};

const count = z.int().nullable();

export const answerRowSchema = z.object({
  text: z.string(),
  finish: finishSchema,
  tokens: z.object({ input: count, cachedInput: count, output: count }),
  costUsd: z.number().nullable(),
  latencyMs: z.number(),
});

export type AnswerRow = z.output<typeof answerRowSchema>;

/** What those share who ask one model. */
export type PoolState = {
  open: number;
  pausedUntil: number;
  pace: { nextRequestAt: number; nextTokenAt: number };
};

export type SpendState = { spentUsd: number; reservedUsd: number };

export type AttemptKey = { call: string; attempt: number };
