import { canonical, uuidOf } from '../identity/index.ts';
import type { CallRecord } from './log/call-log.ts';

/** Names a call by all that can change its answer. Who asks, and why, is not among it. */
export function callId({
  model,
  request,
  repeat,
}: Pick<CallRecord, 'model' | 'request' | 'repeat'>): string {
  const { provider, baseUrl, model: name } = model;
  return uuidOf(`call/${canonical({ provider, baseUrl, model: name, request, repeat })}`);
}

/** Names one request for a call. Providers take letters, digits, dashes and underscores in the
 *  ids of a batch's lines, at most 64. */
export function attemptId(call: string, attempt: number): string {
  return `${call}_${attempt}`;
}
