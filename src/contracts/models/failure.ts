import { z } from 'zod';

/** Why a call came back without an answer. The closed list that stages reject with. */
export const failureReasons = [
  /** The data may not go where this model runs. Nothing left the process. */
  'egress-refused',
  /** Busy, away or broken as often as we were willing to ask. */
  'gave-up',
  /** The provider will not take this request: too long, a picture it cannot read. */
  'request-rejected',
  'answer-empty',
  'answer-refused',
  /** It ran into the limit of output tokens. */
  'answer-cut-off',
  /** Not of the form asked for, and not after one repair either. */
  'answer-malformed',
] as const;

export const failureReasonSchema = z.enum(failureReasons);
export type FailureReason = z.output<typeof failureReasonSchema>;
