import { attemptId } from '../call-id.ts';
import { pauseMs } from '../limits/patience.ts';
import { pause } from '../limits/pause.ts';
import type { Intent, LoggedAnswer } from '../log/call-log.ts';
import { batchShare } from '../prices/find-price.ts';
import { costOf, type Price } from '../prices/price.ts';
import type { BatchItem, BatchResult } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { BatchDesk } from './batch-desk.ts';
import { explainMisconfigured, spendCapReached } from './conclude.ts';
import type { Door, Obtained } from './door.ts';

export type BatchAsking = {
  intent: Intent;
  desk(): Promise<BatchDesk>;
  request(): Promise<BatchItem['request']>;
  price: Price | null;
  signal: AbortSignal | undefined;
};

/** Asks by way of a batch: half the price, and up to a day. Ending the process leaves the batch
 *  where it is; the same call then waits for the same batch. */
export async function askByBatch(door: Door, asking: BatchAsking): Promise<Obtained> {
  const { intent, signal, price } = asking;
  const { call } = intent;
  for (let requests = 0; ; ) {
    signal?.throwIfAborted();
    const granted = await door.log.begin(intent);
    if (granted.type === 'answered')
      return { status: 'answered', answer: granted.answer, requests };
    if (granted.type === 'spend-cap') throw spendCapReached(call.model);
    if (granted.type === 'wait') {
      await pause(granted.ms, signal);
      continue;
    }
    requests++;
    const start = performance.now();
    const { attempt } = granted;
    const key = { call: call.id, attempt };
    const result = await resultOf(asking, key, granted.type === 'in-batch' ? granted.batch : null);
    if (result.status === 'done') {
      const { text, finish, tokens } = result.generated;
      const costUsd = costOf(tokens, price, batchShare);
      const latencyMs = performance.now() - start;
      const answer: LoggedAnswer = { text, finish, tokens, costUsd, latencyMs };
      await door.log.end({ call, attempt, status: 'answered', answer });
      return { status: 'answered', answer, requests };
    }
    const { failure } = result;
    const { code, charged, kind } = failure;
    const status = kind === 'lost' || kind === 'busy' ? 'lost' : 'rejected';
    await door.log.end({ call, attempt, status, code, charged, latencyMs: 0 });
    const failed = (reason: Extract<Obtained, { status: 'failed' }>['reason']): Obtained => ({
      status: 'failed',
      reason,
      code,
      requests,
    });
    if (kind === 'misconfigured') throw explainMisconfigured(failure, call.model);
    if (kind === 'refused') {
      await door.log.refuse(call, code);
      return failed('egress-refused');
    }
    if (kind === 'form-unknown') return failed('form-unknown');
    if (kind === 'rejected') return failed('request-rejected');
    if (requests >= door.patience.mostLost) return failed('gave-up');
    await pause(failure.retryAfterMs ?? pauseMs(door.patience, requests), signal);
  }
}

type Result =
  | Extract<BatchResult, { status: 'done' }>
  | { status: 'failed'; failure: ProviderFailure };

async function resultOf(
  asking: BatchAsking,
  key: { call: string; attempt: number },
  batch: string | null,
): Promise<Result> {
  const id = attemptId(key.call, key.attempt);
  try {
    const desk = await asking.desk();
    const result = batch
      ? await desk.adopt(batch, id, asking.signal)
      : await desk.join({ id, request: await asking.request() }, key, asking.signal);
    if (result.status === 'done') return result;
    return { status: 'failed', failure: failureOf(result.code) };
  } catch (error) {
    // Once handed in it goes on without us, and nothing is written down of its end.
    if (error instanceof ProviderFailure) return { status: 'failed', failure: error };
    throw error;
  }
}

/** Of one request in a batch: some errors are of the request and come again. */
function failureOf(code: string): ProviderFailure {
  const rejected = /^batch-error-4(?!08|09|29)/.test(code);
  return new ProviderFailure({ kind: rejected ? 'rejected' : 'lost', code });
}
