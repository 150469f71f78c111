import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { callId } from '../call-id.ts';
import { findModel } from '../find-model.ts';
import type { AttemptEnd, CallRecord, LoggedAnswer } from './call-log.ts';
import { openFileLog } from './file-log.ts';

function logFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'calls.jsonl');
}

const model = findModel('m', { models: {}, baseUrl: 'http://127.0.0.1:1/v1' });

function callOf(question: string): CallRecord {
  const parts = [{ type: 'text' as const, text: question }];
  const request = { prompt: { messages: [{ from: 'user' as const, parts }] }, parameters: {} };
  return {
    id: callId({ model, request, repeat: 0 }),
    ...{ role: 'contestant', promptVersion: 't/1', model, class: 'clinical', repeat: 0 },
    ...{ pictures: [], from: [], request, exceptional: false },
  };
}

const answer = (text: string): LoggedAnswer => ({
  ...{ text, finish: 'stop', costUsd: 0.25, latencyMs: 12 },
  tokens: { input: 10, cachedInput: null, output: 5 },
});
const answered = (call: CallRecord, attempt: number, text: string): AttemptEnd => ({
  ...{ call, attempt, status: 'answered', answer: answer(text) },
});
const intent = (call: CallRecord, mostUsd: number | null = 1) => ({ call, tokens: 100, mostUsd });
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));

test('an answer is found by whoever opens the log next, letter by letter', async () => {
  const file = logFile();
  const text = '椎间盘 L4/5 "quoted"\n\u2028 and \u0000 and 🦴';
  const first = await openFileLog(file, { capUsd: null });
  const call = callOf('one');
  await first.begin(intent(call));
  await first.end(answered(call, 1, text));
  expect(await first.find(call.id)).toEqual(answer(text));
  await first.close();
  const second = await openFileLog(file, { capUsd: null });
  expect(await second.find(call.id)).toEqual(answer(text));
  expect(await second.find(callOf('two').id)).toBeUndefined();
  await second.close();
});

test('a line has what the formats promise, and pictures by hash alone', async () => {
  const file = logFile();
  const log = await openFileLog(file, { capUsd: null });
  const call = callOf('one');
  await log.begin(intent(call));
  await log.end({
    call,
    attempt: 1,
    status: 'lost',
    code: 'timed-out',
    charged: true,
    latencyMs: 9,
  });
  await log.begin(intent(call));
  await log.end(answered(call, 2, 'yes'));
  await log.refuse(callOf('two'), 'clinical-data-stays-in');
  await log.close();
  expect(linesOf(file)).toMatchObject([
    {
      call: call.id,
      step: 'contestant',
      attempt: 1,
      status: 'lost',
      error: 'timed-out',
      costUsd: null,
      atMostUsd: 1,
      text: null,
    },
    {
      call: call.id,
      step: 'contestant',
      attempt: 2,
      status: 'answered',
      error: null,
      costUsd: 0.25,
      text: 'yes',
      tokens: { input: 10, output: 5 },
    },
    { attempt: 0, status: 'refused', error: 'clinical-data-stays-in', costUsd: 0 },
  ]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('what a killed process had under way is lost, counted, and asked again under a new number', async () => {
  const file = logFile();
  const killed = await openFileLog(file, { capUsd: 3 });
  const [one, two] = [callOf('one'), callOf('two')];
  await killed.begin(intent(one));
  await killed.begin(intent(two));
  await killed.end(answered(two, 1, 'yes'));
  // As a kill leaves it: no close, and the last line half written.
  appendFileSync(file, '{"id":"half');
  rmSync(`${file}.lock`);
  const next = await openFileLog(file, { capUsd: 3 });
  expect(linesOf(file)).toMatchObject([
    { call: two.id, status: 'answered' },
    { call: one.id, attempt: 1, status: 'lost', error: 'killed', atMostUsd: 1 },
  ]);
  expect(await next.begin(intent(one))).toMatchObject({ type: 'go', attempt: 2 });
  await next.close();
});

test('the cap counts what earlier runs spent, and what was lost at its most', async () => {
  const file = logFile();
  const first = await openFileLog(file, { capUsd: 2 });
  const call = callOf('one');
  await first.begin(intent(call));
  await first.end({
    call,
    attempt: 1,
    status: 'lost',
    code: 'timed-out',
    charged: true,
    latencyMs: 1,
  });
  await first.begin(intent(call, 0.5));
  await first.end(answered(call, 2, 'yes'));
  await first.close();
  const second = await openFileLog(file, { capUsd: 2 });
  // 1 at the most and 0.25 for sure are gone.
  expect(await second.begin(intent(callOf('two'), 0.8))).toEqual({ type: 'spend-cap' });
  expect(await second.begin(intent(callOf('two'), 0.7))).toMatchObject({ type: 'go' });
  await second.close();
});

test('a log cut off at any byte opens, and keeps every whole line', async () => {
  const file = logFile();
  const log = await openFileLog(file, { capUsd: null });
  const calls = ['one', 'two', 'three'].map(callOf);
  for (const call of calls) {
    await log.begin(intent(call));
    await log.end(answered(call, 1, '是的'));
  }
  await log.close();
  const whole = readFileSync(file);
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));
  for (let size = 0; size <= whole.length; size += 61) {
    writeFileSync(file, whole);
    truncateSync(file, size);
    const cut = await openFileLog(file, { capUsd: null });
    const found = await Promise.all(calls.map(({ id }) => cut.find(id)));
    expect(found.filter(Boolean)).toHaveLength(ends.filter(end => end <= size).length);
    await cut.close();
  }
});

test('a line that is none is named, with what to do', async () => {
  const file = logFile();
  writeFileSync(file, 'Zhang San\n');
  const failing = openFileLog(file, { capUsd: null });
  await expect(failing).rejects.toMatchObject({
    code: 'log-damaged',
    mender: 'user',
    place: `${file}:1`,
    message: expect.not.stringContaining('Zhang'),
  });
  // And it does not leave itself locked out.
  writeFileSync(file, '');
  await (await openFileLog(file, { capUsd: null })).close();
});

test('two do not write to one file', async () => {
  const file = logFile();
  const first = await openFileLog(file, { capUsd: null });
  await expect(openFileLog(file, { capUsd: null })).rejects.toMatchObject({ code: 'log-in-use' });
  await first.close();
  await (await openFileLog(file, { capUsd: null })).close();
});

test('calls in a batch outlive the process: whoever asks next waits for the same batch', async () => {
  const file = logFile();
  const killed = await openFileLog(file, { capUsd: null });
  const [one, two] = [callOf('one'), callOf('two')];
  await killed.begin(intent(one));
  await killed.begin(intent(two));
  await killed.noteBatch('batch-7', model, [{ call: one.id, attempt: 1 }]);
  rmSync(`${file}.lock`);
  for (let run = 0; run < 2; run++) {
    const next = await openFileLog(file, { capUsd: null });
    expect(await next.begin(intent(one))).toEqual({
      type: 'in-batch',
      attempt: 1,
      batch: 'batch-7',
    });
    await next.close();
  }
  const last = await openFileLog(file, { capUsd: null });
  await last.end(answered(one, 1, 'yes'));
  expect(await last.find(one.id)).toEqual(answer('yes'));
  expect(linesOf(file)).toMatchObject([
    { call: two.id, status: 'lost', error: 'killed' },
    { call: one.id, status: 'answered' },
  ]);
  await last.close();
});
