import type { DataClass } from '../../contracts/data-class.ts';
import type { LoggedRequest, RoleName } from '../../contracts/models/index.ts';
import type { ModelSpec } from '../model-spec.ts';
import type { UsedTokens } from '../prices/price.ts';

/** A call as it is written down before anything leaves. */
export type CallRecord = {
  /** Made of provider, address, model, parameters, messages, picture hashes and repeat: an
   *  identical call has the same. */
  id: string;
  role: RoleName;
  promptVersion: string;
  model: ModelSpec;
  class: DataClass;
  repeat: number;
  /** Hashes of the pictures that go along. */
  pictures: readonly string[];
  from: readonly string[];
  request: LoggedRequest;
  /** Allowed out by the policy's exception. */
  exceptional: boolean;
};

export type LoggedAnswer = {
  text: string;
  finish: 'stop' | 'length' | 'refused' | 'other';
  tokens: UsedTokens;
  /** null: unknown. */
  costUsd: number | null;
  latencyMs: number;
};

export type Intent = {
  call: CallRecord;
  /** What the tokens a minute are paced by. */
  tokens: number;
  /** What a spend cap sets aside; null: unknown. */
  mostUsd: number | null;
};

export type Grant =
  | { type: 'go'; attempt: number; waitMs: number }
  /** Somebody else has got the answer meanwhile. */
  | { type: 'answered'; answer: LoggedAnswer }
  /** It is in a batch that was started before and has not ended. */
  | { type: 'in-batch'; attempt: number; batch: string }
  | { type: 'wait'; ms: number }
  | { type: 'spend-cap' };

export type AttemptEnd = { call: CallRecord; attempt: number } & (
  | { status: 'answered'; answer: LoggedAnswer }
  | {
      status: 'lost' | 'rejected';
      code: string;
      /** It may have been charged for all the same: the spend cap counts it at its most. */
      charged: boolean;
      latencyMs: number;
    }
);

export type BatchMember = { call: string; attempt: number };

/** The memory of the door. One in the database for all who work on a workspace, one in a file
 *  for a command that has none. */
export type CallLog = {
  find(call: string): Promise<LoggedAnswer | undefined>;
  /** Writes the attempt down, takes its place under the limits and its share of the cap. */
  begin(intent: Intent): Promise<Grant>;
  end(end: AttemptEnd): Promise<void>;
  /** The request was not allowed out: an attempt that never was, and an audit event. */
  refuse(call: CallRecord, code: string): Promise<void>;
  noteFromLog(model: ModelSpec): void;
  /** The model wants quiet: everybody keeps it. */
  pause(model: ModelSpec, forMs: number): Promise<void>;
  /** The strictest class that the books know of these pictures and things. */
  classOf(pictures: readonly string[], things: readonly string[]): Promise<DataClass | undefined>;
  noteBatch(batch: string, model: ModelSpec, members: readonly BatchMember[]): Promise<void>;
  noteBatchEnd(batch: string): Promise<void>;
  close(): Promise<void>;
};
