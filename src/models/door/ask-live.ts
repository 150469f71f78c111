import { attemptId } from '../call-id.ts';
import { pauseMs } from '../limits/patience.ts';
import { pause } from '../limits/pause.ts';
import type { Grant, Intent, LoggedAnswer } from '../log/call-log.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import { explainMisconfigured, spendCapReached } from './conclude.ts';
import type { Door, Obtained } from './door.ts';
import type { OpenedModel } from './opened-models.ts';

/** Does the asking: one request, and what it came to. */
export type Send = (attemptId: string, signal: AbortSignal) => Promise<LoggedAnswer>;

export type Asking = {
  opened: OpenedModel;
  intent: Intent;
  /** Made ready in the model's lane, so that no more pictures are held than are under way. */
  prepare(): Promise<Send>;
  signal: AbortSignal | undefined;
  /** Some of the answer was shown already: it cannot be begun anew. */
  hasShown?(): boolean;
};

/** Asks within bounds until there is an answer: every request is written down before it leaves
 *  and when it has ended. */
export async function askLive(door: Door, asking: Asking): Promise<Obtained> {
  const { opened, intent } = asking;
  let requests = 0;
  let lost = 0;
  let busy = 0;
  for (;;) {
    const result = await tryOnce(door, asking);
    if (result.type === 'answered') {
      return { status: 'answered', answer: result.answer, requests: requests + result.requests };
    }
    requests++;
    const { failure } = result;
    const failed = (reason: Extract<Obtained, { status: 'failed' }>['reason']): Obtained => ({
      status: 'failed',
      reason,
      code: failure.code,
      requests,
    });
    if (failure.kind === 'misconfigured') throw explainMisconfigured(failure, opened.spec);
    if (failure.kind === 'refused') {
      await door.log.refuse(intent.call, failure.code);
      return failed('egress-refused');
    }
    if (failure.kind === 'form-unknown') return failed('form-unknown');
    if (failure.kind === 'rejected') return failed('request-rejected');
    if (failure.kind === 'busy') {
      const quietMs = failure.retryAfterMs ?? pauseMs(door.patience, busy + 1);
      if (++busy >= door.patience.mostBusy || quietMs > door.patience.longestQuietMs)
        return failed('gave-up');
      opened.lane.slowDown(quietMs);
      await door.log.pause(opened.spec, quietMs);
    } else {
      if (++lost >= door.patience.mostLost || asking.hasShown?.()) return failed('gave-up');
      const waitMs = Math.max(failure.retryAfterMs ?? 0, pauseMs(door.patience, lost));
      await pause(waitMs, asking.signal);
    }
  }
}

type Try =
  | { type: 'answered'; answer: LoggedAnswer; requests: 0 | 1 }
  | { type: 'failed'; failure: ProviderFailure };

/** Waits for its turn, makes one request, and writes down how it ended. */
async function tryOnce(door: Door, asking: Asking): Promise<Try> {
  const { opened, intent, signal } = asking;
  const { call } = intent;
  const leave = await opened.lane.enter(call.role, signal);
  try {
    const send = await prepared(asking);
    if (send instanceof ProviderFailure) return { type: 'failed', failure: send };
    const granted = await waitForGrant(door, intent, signal);
    if (granted.type === 'answered') {
      return { type: 'answered', answer: granted.answer, requests: 0 };
    }
    const { attempt, waitMs } = granted;
    let sentAt = 0;
    try {
      if (waitMs > 0) await pause(waitMs, signal);
      await opened.passWindow(signal);
      sentAt = performance.now();
      const answer = await withinTime(opened, signal, inner =>
        send(attemptId(call.id, attempt), inner),
      );
      await door.log.end({ call, attempt, status: 'answered', answer });
      opened.lane.speedUp();
      return { type: 'answered', answer, requests: 1 };
    } catch (error) {
      const failure = failureOf(error, signal, sentAt > 0);
      await door.log.end({
        call,
        attempt,
        status: failure.kind === 'lost' || failure.kind === 'busy' ? 'lost' : 'rejected',
        code: failure.code,
        charged: failure.charged,
        latencyMs: sentAt > 0 ? performance.now() - sentAt : 0,
      });
      if (failure !== error && !(error instanceof ProviderFailure)) throw error;
      return { type: 'failed', failure };
    }
  } finally {
    leave();
  }
}

/** A picture that no model takes is found before anything is written down. */
async function prepared(asking: Asking): Promise<Send | ProviderFailure> {
  try {
    return await asking.prepare();
  } catch (error) {
    if (error instanceof ProviderFailure) return error;
    throw error;
  }
}

/** What is written down of a request that our own side broke off, or that broke us. */
function failureOf(
  error: unknown,
  signal: AbortSignal | undefined,
  sent: boolean,
): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  const code = signal?.aborted ? 'aborted' : 'defect';
  return new ProviderFailure({ kind: 'lost', code, charged: sent });
}

async function waitForGrant(
  door: Door,
  intent: Intent,
  signal: AbortSignal | undefined,
): Promise<Extract<Grant, { type: 'go' | 'answered' }>> {
  for (;;) {
    const granted = await door.log.begin(intent);
    if (granted.type === 'go' || granted.type === 'answered') return granted;
    if (granted.type === 'spend-cap') throw spendCapReached(intent.call.model);
    const ms = granted.type === 'wait' ? granted.ms : 1000;
    await pause(ms, signal);
  }
}

async function withinTime<T>(
  { spec }: OpenedModel,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const giveUp = () => ending.abort(signal?.reason);
  const timer = setTimeout(() => {
    ending.abort(new ProviderFailure({ kind: 'lost', code: 'timed-out', charged: true }));
  }, spec.timeoutMs);
  signal?.addEventListener('abort', giveUp, { once: true });
  if (signal?.aborted) giveUp();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}
