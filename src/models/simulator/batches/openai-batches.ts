import { z } from 'zod';
import { type Core, parseJson } from '../core.ts';
import { parseBody } from '../dialects/parse-body.ts';
import { NotFound } from '../not-found.ts';
import { json, send } from '../reply/send.ts';
import type { Service } from '../route.ts';
import type { LineResult } from './answer-line.ts';
import { keepLast } from './keep-last.ts';
import { listPage } from './list-page.ts';
import type { Files, StoredFile } from './openai-files.ts';
import { type LineError, readBatchFile } from './read-batch-file.ts';
import { type Batch, runBatch } from './run-batch.ts';

const createSchema = z.object({
  input_file_id: z.string(),
  endpoint: z.string(),
  completion_window: z.string(),
});

type Kept = {
  batch: Batch;
  input: StoredFile;
  endpoint: string;
  errors: LineError[];
  results: { output: StoredFile | null; errors: StoredFile | null } | null;
};

const mostBatches = 50;

export function openaiBatches(core: Core, files: Files): Service[] {
  const batches = keepLast<Kept>(mostBatches);
  const need = (id: string | undefined) => {
    const kept = batches.get(id ?? '');
    if (!kept) throw new NotFound('There is no such batch.');
    return kept;
  };
  const done = { outcome: 'service' as const };
  return [
    {
      ...{ method: 'POST', path: /^\/batches$/, dialect: 'openai' },
      serve(exchange, { body }) {
        const asked = parseBody(createSchema, parseJson(body));
        const input = files.find(asked.input_file_id);
        if (input?.text == null) throw new NotFound('There is no such file.');
        const { lines, errors } = readBatchFile(input.text, asked.endpoint);
        const batch = runBatch(core, errors.length > 0 ? [] : lines);
        const kept = { batch, input, endpoint: asked.endpoint, errors, results: null };
        batches.keep(`batch_${batch.id}`, kept);
        send(exchange, json(200, describe(kept, files)), done);
      },
    },
    {
      ...{ method: 'GET', path: /^\/batches$/, dialect: 'openai' },
      serve(exchange) {
        const all = [...batches.values()].reverse().map(kept => describe(kept, files));
        const page = listPage(all, exchange.request.url ?? '', 'after');
        send(exchange, json(200, { object: 'list', ...page }), done);
      },
    },
    {
      ...{ method: 'GET', path: /^\/batches\/(\w+)$/, dialect: 'openai' },
      serve: (exchange, { ids }) => send(exchange, json(200, describe(need(ids[0]), files)), done),
    },
    {
      ...{ method: 'POST', path: /^\/batches\/(\w+)\/cancel$/, dialect: 'openai' },
      serve(exchange, { ids }) {
        const kept = need(ids[0]);
        kept.batch.cancel();
        send(exchange, json(200, describe(kept, files)), done);
      },
    },
  ];
}

function describe(kept: Kept, files: Files) {
  const { batch, input, endpoint, errors } = kept;
  const status = statusOf(kept);
  const results = batch.endedAtMs !== null && errors.length === 0 ? write(kept, files) : null;
  const completed = batch.results.filter(({ result }) => result.kind === 'answered').length;
  const failed = batch.results.length - completed;
  const endedAt = batch.endedAtMs === null ? null : toSeconds(batch.endedAtMs);
  return {
    ...{ id: `batch_${batch.id}`, object: 'batch', endpoint, status },
    errors: errors.length > 0 ? { object: 'list', data: errors } : null,
    ...{ input_file_id: input.id, completion_window: '24h' },
    output_file_id: results?.output?.id ?? null,
    error_file_id: results?.errors?.id ?? null,
    created_at: toSeconds(batch.createdAtMs),
    in_progress_at: toSeconds(batch.createdAtMs),
    expires_at: toSeconds(batch.createdAtMs) + 86_400,
    completed_at: status === 'completed' ? endedAt : null,
    cancelled_at: status === 'cancelled' ? endedAt : null,
    failed_at: status === 'failed' ? endedAt : null,
    request_counts: { total: batch.total, completed, failed },
    metadata: null,
  };
}

function statusOf({ batch, errors }: Kept): string {
  if (errors.length > 0) return 'failed';
  if (batch.cancelledAtMs !== null) return 'cancelled';
  return batch.endedAtMs === null ? 'in_progress' : 'completed';
}

/** Once; from then on only hash and size of what was asked are known. */
function write(kept: Kept, files: Files) {
  if (kept.results) return kept.results;
  const lines = { output: '', errors: '' };
  for (const { id, result } of kept.batch.results) {
    if (result.kind === 'lost') continue;
    const row = JSON.stringify({ id: `batch_req_${id}`, custom_id: id, ...rowOf(result) });
    lines[result.kind === 'answered' ? 'output' : 'errors'] += `${row}\n`;
  }
  kept.input.text = null;
  // From here on the files hold them.
  for (const one of kept.batch.results)
    if (one.result.kind === 'answered') one.result = { kind: 'answered', body: null };
  const store = (text: string) => (text === '' ? null : files.add(text, 'batch_output'));
  kept.results = { output: store(lines.output), errors: store(lines.errors) };
  return kept.results;
}

function rowOf(result: Exclude<LineResult, { kind: 'lost' }>) {
  if (result.kind === 'answered' || result.kind === 'failed') {
    const status_code = result.kind === 'failed' ? result.status : 200;
    return { response: { status_code, request_id: 'simulated', body: result.body }, error: null };
  }
  const [code, message] = said[result.kind];
  return { response: null, error: { code, message } };
}

const said = {
  broken: ['server_error', 'The simulator broke this line on purpose.'],
  expired: ['batch_expired', 'This request was not answered in time.'],
  cancelled: ['batch_cancelled', 'The batch was cancelled before this request.'],
} as const;

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
