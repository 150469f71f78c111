import { expect, test } from 'vitest';
import { deliver, type EmbedJob, type GenerateJob, type Job, takeBatch } from './job.ts';
import { newWaiter } from './waiter.ts';

const never = new AbortController().signal;

test('serves pictures together and texts alone, first come first served', () => {
  const [a, b, c, d, e] = [embed(), embed(), generate(), embed(), embed()];
  const line = [a, b, c, d, e];
  expect(jobsOf(takeBatch(line, 8))).toEqual([a, b]);
  expect(jobsOf(takeBatch(line, 8))).toEqual([c]);
  expect(jobsOf(takeBatch(line, 1))).toEqual([d]);
  expect(jobsOf(takeBatch(line, 8))).toEqual([e]);
  expect(takeBatch(line, 8)).toBe(undefined);
});

test('takes as many as may be served at once', () => {
  const line: Job[] = Array.from({ length: 11 }, () => embed());
  expect(jobsOf(takeBatch(line, 8))).toHaveLength(8);
  expect(jobsOf(takeBatch(line, 8))).toHaveLength(3);
});

test('passes by who has left', async () => {
  const gone = new AbortController();
  const [a, b, c] = [embed(gone.signal), generate(gone.signal), embed()];
  gone.abort();
  await expect(a.waiter.promise).rejects.toThrow();
  await expect(b.waiter.promise).rejects.toThrow();
  expect(jobsOf(takeBatch([a, b, c], 8))).toEqual([c]);
});

test('an answer to another question is nobody’s', async () => {
  const job = embed();
  deliver(
    { type: 'embed', jobs: [job] },
    { type: 'generated', text: '', finish: 'stop', tokens: { input: 1, output: 1 } },
  );
  await expect(job.waiter.promise).rejects.toMatchObject({ code: 'local-model-crashed' });
});

function embed(signal = never): EmbedJob {
  return { type: 'embed', picture: new Uint8Array(), waiter: newWaiter(signal, () => {}) };
}

function generate(signal = never): GenerateJob {
  const request = {
    prompt: { messages: [] },
    pictures: new Map(),
    maxOutputTokens: 1,
    stream: false,
  };
  return {
    ...{ type: 'generate', request: { ...request, temperature: undefined, seed: undefined } },
    ...{ onText: () => {}, waiter: newWaiter(signal, () => {}) },
  } as GenerateJob;
}

function jobsOf(batch: ReturnType<typeof takeBatch>): Job[] | undefined {
  return batch?.jobs;
}
