import type { Answerer, FailureReason, Outcome } from '../../contracts/models/index.ts';
import type { CallRecord, LoggedAnswer } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';
import type { Obtained } from './door.ts';

export function answererOf(model: ModelSpec, method: string | null = null): Answerer {
  const { name, provider, model: id } = model;
  return { name, provider, model: id, offline: provider === 'offline', method };
}

export function answered<Answer>(
  call: CallRecord,
  by: Answerer,
  logged: LoggedAnswer,
  answer: Answer,
  requests: number,
): Outcome<Answer> {
  return { status: 'answered', ...askedOf(call, by, logged, requests), answer };
}

export function failed(
  call: CallRecord,
  by: Answerer,
  why: { reason: FailureReason; code: string },
  logged: LoggedAnswer | undefined,
  requests: number,
): Outcome<never> {
  return { status: 'failed', ...askedOf(call, by, logged, requests), ...why };
}

/** Where no answer was to be had. */
export function failedAsking(
  call: CallRecord,
  by: Answerer,
  { reason, code, requests }: Extract<Obtained, { status: 'failed' }>,
): Outcome<never> {
  const why = { reason: reason === 'form-unknown' ? 'request-rejected' : reason, code } as const;
  return failed(call, by, why, undefined, requests);
}

function askedOf(
  call: CallRecord,
  by: Answerer,
  logged: LoggedAnswer | undefined,
  requests: number,
) {
  return {
    call: call.id,
    by,
    text: logged?.text ?? '',
    tokens: { input: logged?.tokens.input ?? null, output: logged?.tokens.output ?? null },
    costUsd: logged ? logged.costUsd : 0,
    latencyMs: logged?.latencyMs ?? 0,
    requests,
  };
}
