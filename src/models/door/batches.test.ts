import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { fileDoor, formed, question } from '../testing/try-door.ts';

beforeEach(() => {
  vi.stubEnv('OPENAI_API_KEY', 'a-key');
  vi.stubEnv('ANTHROPIC_API_KEY', 'a-key');
});
afterEach(() => vi.unstubAllEnvs());

const batchPace = { quietMs: 50, firstPollMs: 30, longestPollMs: 100 };
const price = { inputPerMillionUsd: 1000, outputPerMillionUsd: 1000 };

function fileFor(provider: string, simulator: Simulator, more: object = {}) {
  const baseUrl = `${simulator.url}/v1`;
  const m = { provider, model: 'm', egress: 'external', baseUrl, mode: 'batch', price, ...more };
  return { models: { m }, roles: { contestant: 'm', judge: 'm' } };
}

const callOf = (n: number) => ({
  input: { text: `Case ${n}. Which level?\nA. L3/4\nB. L4/5`, pictures: [] },
  class: 'public' as const,
});
const batchesMade = (simulator: Simulator) =>
  simulator
    .ledger()
    .requests.filter(({ method, path }) => method === 'POST' && /batches$/.test(path)).length;
const linesAsked = (simulator: Simulator) =>
  simulator
    .ledger()
    .requests.filter(({ method }) => method === 'BATCH')
    .map(({ requestId }) => requestId);

test.each(['openai', 'anthropic'])(
  '%s: calls go as one batch, for half the price',
  async provider => {
    const simulator = await startSimulator({ seed: provider, batchMs: 100 });
    await using door = await fileDoor(fileFor(provider, simulator), { batchPace });
    const asked = Array.from({ length: 25 }, (_, n) => door.models.ask(question, callOf(n)));
    const scored = door.models.ask(formed, { input: { text: 'How good?' }, class: 'public' });
    const outcomes = await Promise.all([...asked, scored]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'answered', requests: 1 });
      const { input, output } = outcome.tokens;
      expect(outcome.costUsd).toBeCloseTo(((input! + output!) / 1000) * 0.5, 10);
    }
    expect(batchesMade(simulator)).toBe(1);
    expect(new Set(linesAsked(simulator))).toEqual(
      new Set(outcomes.map(({ call }) => `${call}_1`)),
    );
    // A rerun needs no batch.
    expect(await door.models.ask(question, callOf(3))).toMatchObject({ requests: 0 });
    await simulator.close();
  },
);

test.each(['openai', 'anthropic'])(
  '%s: a batch survives the end of the process',
  async provider => {
    const simulator = await startSimulator({ seed: provider, batchMs: 400 });
    const first = await fileDoor(fileFor(provider, simulator), { batchPace });
    const ending = new AbortController();
    const asked = Array.from({ length: 10 }, (_, n) =>
      first.models.ask(question, { ...callOf(n), signal: ending.signal }),
    );
    const settled = Promise.allSettled(asked);
    while (batchesMade(simulator) === 0) await sleep(5);
    await sleep(50);
    ending.abort(new Error('Ctrl-C'));
    expect((await settled).every(({ status }) => status === 'rejected')).toBe(true);
    await first.end();
    const second = await fileDoor(fileFor(provider, simulator), { batchPace }, first.place);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => second.models.ask(question, callOf(n))),
    );
    expect(outcomes.every(({ status }) => status === 'answered')).toBe(true);
    expect(batchesMade(simulator)).toBe(1);
    expect(linesAsked(simulator)).toHaveLength(10);
    const lines = readFileSync(second.logFile, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(({ status }) => status)).toEqual(Array(10).fill('answered'));
    await second[Symbol.asyncDispose]();
    await simulator.close();
  },
);

test('given up before it was handed in, nothing is asked and nothing is counted', async () => {
  const simulator = await startSimulator({});
  await using door = await fileDoor(fileFor('openai', simulator), {
    batchPace: { ...batchPace, quietMs: 10_000 },
  });
  const ending = new AbortController();
  const asking = door.models.ask(question, { ...callOf(1), signal: ending.signal });
  await sleep(30);
  ending.abort(new Error('Ctrl-C'));
  await expect(asking).rejects.toThrow('Ctrl-C');
  expect(simulator.ledger().requests).toEqual([]);
  const [line] = readFileSync(door.logFile, 'utf8')
    .trim()
    .split('\n')
    .map(each => JSON.parse(each));
  expect(line).toMatchObject({ status: 'lost', error: 'aborted', costUsd: 0, atMostUsd: null });
  await simulator.close();
});

test('lines that failed are asked again in another batch, within bounds', async () => {
  const simulator = await startSimulator({ seed: 'fails', batchMs: 20, faults: '500=0.4' });
  await using door = await fileDoor(fileFor('openai', simulator), { batchPace });
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, (_, n) => door.models.ask(question, callOf(n))),
  );
  const answered = outcomes.filter(({ status }) => status === 'answered');
  expect(answered.length).toBeGreaterThan(25);
  for (const outcome of outcomes) {
    if (outcome.status === 'failed') expect(outcome.reason).toBe('gave-up');
    expect(outcome.requests).toBeLessThanOrEqual(5);
  }
  expect(batchesMade(simulator)).toBeGreaterThan(1);
  await simulator.close();
});

test('a patient’s words are in no batch file that leaves', async () => {
  const simulator = await startSimulator({ batchMs: 20 });
  await using door = await fileDoor(fileFor('openai', simulator), { batchPace });
  const [refused, open] = await Promise.all([
    door.models.ask(question, { ...callOf(1), class: 'clinical' }),
    door.models.ask(question, callOf(2)),
  ]);
  expect(refused).toMatchObject({ status: 'failed', reason: 'egress-refused' });
  expect(open.status).toBe('answered');
  expect(linesAsked(simulator)).toEqual([`${open.call}_1`]);
  await simulator.close();
});

test('a batch to an address outside the house is refused before a byte of its file leaves', async () => {
  const simulator = await startSimulator({ batchMs: 20 });
  await using door = await fileDoor(fileFor('openai', simulator, { egress: 'onsite' }), {
    batchPace,
    isOnsite: () => false,
  });
  const outcome = await door.models.ask(question, { ...callOf(1), class: 'clinical' });
  expect(outcome).toMatchObject({
    status: 'failed',
    reason: 'egress-refused',
    code: 'address-not-onsite',
  });
  expect(simulator.ledger().requests).toEqual([]);
  await simulator.close();
});
