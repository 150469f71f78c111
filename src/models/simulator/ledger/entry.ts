import type { FaultName } from '../chance/faults.ts';

export type Outcome =
  | FaultName
  | 'answer'
  /** The client was gone before it had its answer. */
  | 'left'
  /** Over `rpm`, `tpm` or `maxConcurrency`: a 429 that was earned. */
  | 'over-limit'
  | 'bad-request'
  | 'unknown-path'
  | 'too-large'
  /** Models, files and batches: served, but no model was asked. */
  | 'service'
  /** The simulator itself broke: 500. */
  | 'defect';

/** What is kept of a request: hashes and sizes, never its text, which may be a patient's. */
export type LedgerEntry = {
  n: number;
  /** When its headers were here, in milliseconds since 1970, with fractions. */
  at: number;
  endedAt: number | null;
  /** `BATCH` for a line of a batch. */
  method: string;
  path: string;
  model: string | null;
  /** The header `x-spinemed-attempt`; for a line of a batch its `custom_id`. */
  requestId: string | null;
  bodySha256: string | null;
  bytes: number;
  /** The sha256 of each picture's own bytes, or of the address of one that was only linked. */
  pictures: string[];
  inputTokens: number;
  outputTokens: number;
  /** Null while it is under way. */
  outcome: Outcome | null;
  status: number | null;
  clientLeft: boolean;
};

export type LedgerTotals = {
  /** All that came by HTTP; what asked a model alone counts in the next four numbers. */
  requests: number;
  modelCalls: number;
  inFlight: number;
  peakInFlight: number;
  /** The most that came within any one second. */
  mostInOneSecond: number;
  mostInputTokensInOneMinute: number;
  batchLines: number;
  inputTokens: number;
  outputTokens: number;
  bytes: number;
  pictures: number;
  clientsLeft: number;
  byOutcome: Record<string, number>;
  byStatus: Record<string, number>;
};

export type LedgerView = {
  totals: LedgerTotals;
  requests: LedgerEntry[];
  /** The number of the first request that is still kept. */
  keptFrom: number;
  /** Where the next page starts; null on the last. */
  next: number | null;
};
