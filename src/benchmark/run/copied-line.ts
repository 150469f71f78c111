import type { LogLine } from '../../contracts/models/index.ts';
import { madeOf } from './answer-line.ts';
import type { Settled } from './ask-items.ts';

const roles = { answer: 'contestant', extract: 'extract-answer', judge: 'judge' } as const;

/** A line for what was answered without a request: two items with one wording share a call, and
 *  each has its line. Attempt 0, no cost. */
export function copiedLine({ item, repeat, step, number, outcome }: Settled): LogLine {
  const { call, by, text } = outcome;
  const cutOff = outcome.status === 'failed' && outcome.reason === 'answer-cut-off';
  const refused = outcome.status === 'failed' && outcome.reason === 'answer-refused';
  return {
    id: `${call}_0`,
    call,
    step: roles[step],
    repeat: number,
    attempt: 0,
    model: by.name,
    provider: by.provider,
    baseUrl: null,
    modelId: by.model,
    promptVersion: '',
    class: item.class,
    from: madeOf(item.id, repeat),
    status: 'answered',
    text,
    finish: cutOff ? 'length' : refused ? 'refused' : 'stop',
    tokens: { input: null, cachedInput: null, output: null },
    costUsd: 0,
    atMostUsd: null,
    latencyMs: outcome.latencyMs,
    error: null,
    at: new Date().toISOString(),
    request: { parameters: {} },
  };
}
