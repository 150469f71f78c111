import type { LogLine } from '../../contracts/models/index.ts';
import { attemptId } from '../call-id.ts';
import type { AttemptEnd, CallRecord } from './call-log.ts';

/** An attempt that has ended, as a line of a log in a file. */
export function attemptLine(end: AttemptEnd, atMostUsd: number | null): LogLine {
  const line = lineOf(end.call, end.attempt);
  if (end.status === 'answered') {
    const { text, finish, tokens, costUsd, latencyMs } = end.answer;
    return { ...line, status: 'answered', text, finish, tokens, costUsd, atMostUsd, latencyMs };
  }
  return {
    ...line,
    status: end.status,
    costUsd: end.charged ? null : 0,
    atMostUsd: end.charged ? atMostUsd : null,
    latencyMs: end.latencyMs,
    error: end.code,
  };
}

/** What was not allowed out, as a line. */
export function refusedLine(call: CallRecord, code: string): LogLine {
  return { ...lineOf(call, 0), status: 'refused', costUsd: 0, error: code };
}

/** What stands in the file of those under way: how an attempt ends that is cut off. */
export function killedLine(call: CallRecord, attempt: number, atMostUsd: number | null): LogLine {
  return { ...lineOf(call, attempt), status: 'lost', atMostUsd, error: 'killed' };
}

function lineOf(call: CallRecord, attempt: number): LogLine {
  const { model } = call;
  return {
    id: attemptId(call.id, attempt),
    call: call.id,
    step: call.role,
    repeat: call.repeat,
    attempt,
    model: model.name,
    provider: model.provider,
    baseUrl: model.baseUrl,
    modelId: model.model,
    promptVersion: call.promptVersion,
    class: call.class,
    from: [...call.from],
    status: 'lost',
    text: null,
    finish: null,
    tokens: { input: null, cachedInput: null, output: null },
    costUsd: null,
    atMostUsd: null,
    latencyMs: 0,
    error: null,
    at: new Date().toISOString(),
    request: call.request,
  };
}
