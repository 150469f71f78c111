import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import type { Experimental_TextBatchV4Request as BatchRequest } from '@ai-sdk/provider';
import OpenAI, { toFile } from 'openai';
import { expect, onTestFinished, test } from 'vitest';
import { type SimulatorSettings, startSimulator } from '../index.ts';

const apiKey = 'none';

async function start(settings: SimulatorSettings) {
  const simulator = await startSimulator({ batchMs: 100, ...settings });
  onTestFinished(simulator.close);
  const baseURL = `${simulator.url}/v1`;
  return {
    ...simulator,
    client: new OpenAI({ baseURL, apiKey, maxRetries: 0 }),
    providers: {
      OpenAI: { batch: createOpenAI({ baseURL, apiKey }).experimental_batch(), modelId: 'gpt-x' },
      Anthropic: {
        batch: createAnthropic({ baseURL, apiKey }).experimental_batch(),
        modelId: 'claude-sonnet-4-5',
      },
    },
  };
}

function requests(modelId: string, count: number): BatchRequest[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ type: 'text', id: `item-${n}`, modelId },
    options: { prompt: [{ role: 'user', content: [{ type: 'text', text: `Tell me ${n}.` }] }] },
  }));
}

function toFileOf(lines: unknown[]) {
  return toFile(Buffer.from(lines.map(line => JSON.stringify(line)).join('\n')), 'batch.jsonl');
}

const chatLines = Array.from({ length: 30 }, (_, n) => ({
  ...{ custom_id: `item-${n}`, method: 'POST', url: '/v1/chat/completions' },
  body: { model: 'm', messages: [{ role: 'user', content: `Tell me ${n}.` }] },
}));

async function handIn(client: OpenAI, lines: unknown[]) {
  const file = await client.files.create({ file: await toFileOf(lines), purpose: 'batch' });
  return client.batches.create({
    input_file_id: file.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
  });
}

async function readLines(client: OpenAI, file: string | null | undefined) {
  if (!file) return [];
  const text = await (await client.files.content(file)).text();
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

test.each(['OpenAI', 'Anthropic'] as const)(
  '%s: the provider’s batch ends with all, in another order',
  async name => {
    const { providers, ledger } = await start({});
    const { batch, modelId } = providers[name];
    const { batchId, status } = await batch.doStartBatch({ requests: requests(modelId, 30) });
    expect(status).toBe('pending');
    await expect
      .poll(async () => (await batch.doGetBatchStatus({ batchId })).status)
      .toBe('completed');
    const ids: string[] = [];
    for await (const item of await batch.doGetBatchResults({ batchId })) {
      ids.push(item.id);
      expect(item).toMatchObject({ status: 'succeeded' });
    }
    const asked = requests(modelId, 30).map(one => one.id);
    expect(ids).not.toEqual(asked);
    expect(ids.toSorted()).toEqual(asked.toSorted());
    const lines = ledger().requests.filter(one => one.method === 'BATCH');
    expect(lines.map(one => one.requestId).toSorted()).toEqual(asked.toSorted());
    expect(lines.every(one => one.outcome === 'answer' && one.model === modelId)).toBe(true);
    expect(ledger().totals).toMatchObject({ batchLines: 30, modelCalls: 0 });
    const listed = await batch.doListBatches!({});
    expect(listed.batches.map(one => one.batchId)).toEqual([batchId]);
  },
);

test.each(['OpenAI', 'Anthropic'] as const)(
  '%s: lines fail by the fault mix, and some are in no result',
  async name => {
    const { providers } = await start({ faults: '500=0.3,drop=0.2,hang=0.1', batchMs: 0 });
    const { batch, modelId } = providers[name];
    const { batchId } = await batch.doStartBatch({ requests: requests(modelId, 60) });
    await expect
      .poll(async () => (await batch.doGetBatchStatus({ batchId })).status)
      .toBe('completed');
    const counts: Record<string, number> = {};
    for await (const { status } of await batch.doGetBatchResults({ batchId }))
      counts[status] = (counts[status] ?? 0) + 1;
    const { succeeded = 0, failed = 0, expired = 0 } = counts;
    for (const count of [succeeded, failed, expired]) expect(count).toBeGreaterThan(0);
    expect(succeeded + failed + expired).toBeLessThan(60);
  },
);

test('the openai client: upload, wait, read answers and errors', async () => {
  const { client } = await start({ faults: '429=0.2,malformed=0.2' });
  const { id, status } = await handIn(client, chatLines);
  expect(status).toBe('in_progress');
  await expect.poll(async () => (await client.batches.retrieve(id)).status).toBe('completed');
  const batch = await client.batches.retrieve(id);
  const [good, bad] = await Promise.all([
    readLines(client, batch.output_file_id),
    readLines(client, batch.error_file_id),
  ]);
  expect(batch.request_counts).toEqual({ total: 30, completed: good.length, failed: bad.length });
  expect([...good, ...bad].map(line => line.custom_id).toSorted()).toEqual(
    chatLines.map(line => line.custom_id).toSorted(),
  );
  expect(good[0].response.body.choices[0].message.content).toContain('simulator');
  expect(bad[0].response).toMatchObject({ status_code: 429 });
});

test('the openai client: cancels, and what was not asked is said', async () => {
  const { client, ledger } = await start({ batchMs: 60_000 });
  const { id } = await handIn(client, chatLines);
  await client.batches.cancel(id);
  const batch = await client.batches.retrieve(id);
  expect(batch).toMatchObject({
    status: 'cancelled',
    request_counts: { completed: 0, failed: 30 },
  });
  const lines = await readLines(client, batch.error_file_id);
  expect(lines.map(line => line.error.code)).toEqual(Array(30).fill('batch_cancelled'));
  expect(ledger().totals.batchLines).toBe(0);
});

test.each([
  [[chatLines[0], chatLines[0]], 'duplicate_custom_id', 2],
  [[{ ...chatLines[0], url: '/v1/responses' }], 'mismatched_endpoint', 1],
  [[chatLines[0], { custom_id: 'x' }], 'invalid_json_line', 2],
  [[], 'empty_file', 0],
])('a file that cannot be asked fails as a whole %#', async (lines, code, line) => {
  const { client } = await start({});
  const batch = await handIn(client, lines);
  expect(batch.status).toBe('failed');
  expect(batch.errors?.data?.[0]).toMatchObject({ code, line });
});

test('files and batches that are not there are 404, in either dialect', async () => {
  const { client, url } = await start({});
  await expect(client.batches.retrieve('batch_none')).rejects.toMatchObject({ status: 404 });
  await expect(client.files.content('file-none')).rejects.toMatchObject({ status: 404 });
  const response = await fetch(`${url}/v1/messages/batches/msgbatch_none`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    type: 'error',
    error: { type: 'not_found_error' },
  });
});
