import { z } from 'zod';
import { BadRequest } from '../bad-request.ts';
import { type Core, parseJson } from '../core.ts';
import { anthropicMessages } from '../dialects/anthropic-messages.ts';
import { parseBody } from '../dialects/parse-body.ts';
import { NotFound } from '../not-found.ts';
import type { Exchange } from '../reply/exchange.ts';
import { failure } from '../reply/failure.ts';
import { json, send } from '../reply/send.ts';
import type { Service } from '../route.ts';
import type { LineResult } from './answer-line.ts';
import { keepLast } from './keep-last.ts';
import { listPage } from './list-page.ts';
import { type Batch, runBatch } from './run-batch.ts';

const createSchema = z.object({
  requests: z
    .array(
      z.object({
        custom_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
        params: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});

const mostBatches = 50;
const route = { dialect: anthropicMessages, model: null, stream: false };

export function anthropicBatches(core: Core): Service[] {
  const batches = keepLast<Batch>(mostBatches);
  const need = (id: string | undefined) => {
    const batch = batches.get(id ?? '');
    if (!batch) throw new NotFound('There is no such batch.');
    return batch;
  };
  const done = { outcome: 'service' as const };
  return [
    {
      ...{ method: 'POST', path: /^\/messages\/batches$/, dialect: 'anthropic' },
      serve(exchange, { body }) {
        const { requests } = parseBody(createSchema, parseJson(body));
        if (new Set(requests.map(one => one.custom_id)).size < requests.length)
          throw new BadRequest('A custom_id stands there twice.');
        const lines = requests.map(one => ({
          ...{ id: one.custom_id, path: '/v1/messages', route, body: one.params },
        }));
        const batch = runBatch(core, lines);
        batches.keep(`msgbatch_${batch.id}`, batch);
        send(exchange, json(200, describe(batch, exchange)), done);
      },
    },
    {
      ...{ method: 'GET', path: /^\/messages\/batches$/, dialect: 'anthropic' },
      serve(exchange) {
        const all = [...batches.values()].reverse().map(batch => describe(batch, exchange));
        send(exchange, json(200, listPage(all, exchange.request.url ?? '', 'after_id')), done);
      },
    },
    {
      ...{ method: 'GET', path: /^\/messages\/batches\/(\w+)$/, dialect: 'anthropic' },
      serve: (exchange, { ids }) =>
        send(exchange, json(200, describe(need(ids[0]), exchange)), done),
    },
    {
      ...{ method: 'POST', path: /^\/messages\/batches\/(\w+)\/cancel$/, dialect: 'anthropic' },
      serve(exchange, { ids }) {
        const batch = need(ids[0]);
        batch.cancel();
        send(exchange, json(200, describe(batch, exchange)), done);
      },
    },
    {
      ...{ method: 'GET', path: /^\/messages\/batches\/(\w+)\/results$/, dialect: 'anthropic' },
      serve(exchange, { ids }) {
        const batch = need(ids[0]);
        if (batch.endedAtMs === null) throw new NotFound('The batch has not ended yet.');
        const text = batch.results.map(toRow).join('');
        send(exchange, { status: 200, type: 'application/x-jsonl', text }, done);
      },
    },
  ];
}

function describe(batch: Batch, { request }: Exchange) {
  const ended = batch.endedAtMs !== null;
  const id = `msgbatch_${batch.id}`;
  return {
    ...{ id, type: 'message_batch', processing_status: ended ? 'ended' : 'in_progress' },
    request_counts: countKinds(batch, ended),
    created_at: toDate(batch.createdAtMs),
    expires_at: toDate(batch.createdAtMs + 86_400_000),
    ended_at: toDate(batch.endedAtMs),
    cancel_initiated_at: toDate(batch.cancelledAtMs),
    archived_at: null,
    results_url: ended ? `http://${request.headers.host}/v1/messages/batches/${id}/results` : null,
  };
}

/** All are under way until the whole batch has ended. */
function countKinds({ total, results }: Batch, ended: boolean) {
  const counts = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
  if (!ended) return { ...counts, processing: total };
  for (const { result } of results) {
    if (result.kind === 'answered') counts.succeeded++;
    else if (result.kind === 'cancelled') counts.canceled++;
    else if (result.kind === 'expired') counts.expired++;
    else counts.errored++;
  }
  return counts;
}

function toRow({ id, result }: { id: string; result: LineResult }): string {
  if (result.kind === 'lost') return '';
  return `${JSON.stringify({ custom_id: id, result: toResult(result) })}\n`;
}

function toResult(result: Exclude<LineResult, { kind: 'lost' }>): unknown {
  if (result.kind === 'answered') return { type: 'succeeded', message: result.body };
  if (result.kind === 'failed') return { type: 'errored', error: result.body };
  if (result.kind === 'cancelled') return { type: 'canceled' };
  if (result.kind === 'expired') return { type: 'expired' };
  const error = failure('anthropic', 500, 'The simulator broke this line on purpose.');
  return { type: 'errored', error };
}

function toDate(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
