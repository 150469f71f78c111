import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { followOverview, type Liveness, timesMs } from './follow-overview.ts';

/** A server of which the test says how it behaves. */
function stage() {
  const streams: Array<{ heard(overview: Overview): void; broken(): void; open: boolean }> = [];
  const told: Liveness[] = [];
  const seen: string[] = [];
  let asked = 0;
  let answer: () => Promise<Overview> = async () => overview('asked');
  const end = followOverview(
    {
      open(heard, broken) {
        const stream = { heard, broken, open: true };
        streams.push(stream);
        return () => {
          stream.open = false;
        };
      },
      ask() {
        asked++;
        return answer();
      },
    },
    { overview: one => seen.push(one.workspace), liveness: one => told.push(one) },
  );
  return {
    streams,
    told,
    seen,
    end,
    asked: () => asked,
    answers(next: () => Promise<Overview>) {
      answer = next;
    },
  };
}

function overview(workspace: string): Overview {
  return {
    workspace,
    build: null,
    steps: [],
    sources: { public: 0, licensed: 0, clinical: 0 },
    jobs: { waiting: 0, running: 0, stopped: 0 },
    workers: [],
    models: [],
    spend: { usd: 0, calls: 0, unpriced: 0, capUsd: null, countedUsd: 0 },
  };
}

const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const refuse = () => Promise.reject(new Error('away'));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('while the stream speaks nothing is asked', async () => {
  const { streams, told, seen, asked, end } = stage();
  streams[0]!.heard(overview('one'));
  await passing(10_000);
  streams[0]!.heard(overview('two'));
  await passing(10_000);
  expect(told).toEqual(['connecting', 'live']);
  expect(seen).toEqual(['one', 'two']);
  expect(asked()).toBe(0);
  end();
});

test('a broken stream is replaced by asking, which goes on until a new stream speaks', async () => {
  const { streams, told, seen, asked, end } = stage();
  streams[0]!.heard(overview('one'));
  streams[0]!.broken();
  await passing(1);
  expect(told.at(-1)).toBe('polling');
  expect(seen).toEqual(['one', 'asked']);
  expect(streams[0]!.open).toBe(false);
  await passing(timesMs.ask);
  expect(asked()).toBe(2);
  streams[1]!.heard(overview('back'));
  expect(told.at(-1)).toBe('live');
  const before = asked();
  await passing(timesMs.ask * 3);
  expect(asked()).toBe(before);
  end();
});

test('a stream that lets nothing through counts as broken', async () => {
  const { streams, told, end } = stage();
  await passing(timesMs.firstWord + 1);
  expect(told).toEqual(['connecting', 'polling']);
  expect(streams[0]!.open).toBe(false);
  end();
});

test('when asking fails as well it says so, and recovers by itself', async () => {
  const { streams, told, answers, end } = stage();
  answers(refuse);
  streams[0]!.broken();
  await passing(1);
  expect(told).toEqual(['connecting', 'polling', 'lost']);
  await passing(timesMs.ask * 2);
  expect(told).toEqual(['connecting', 'polling', 'lost']);
  streams[1]!.broken();
  answers(async () => overview('here again'));
  const before = streams.length;
  await passing(timesMs.ask);
  expect(told.at(-1)).toBe('polling');
  expect(streams.length).toBe(before + 1);
  streams.at(-1)!.heard(overview('told'));
  expect(told.at(-1)).toBe('live');
  end();
});

test('silence is looked into: an answering server is still live, a mute one is not', async () => {
  const { streams, told, seen, answers, end } = stage();
  streams[0]!.heard(overview('one'));
  await passing(timesMs.silence + 1);
  expect(told).toEqual(['connecting', 'live']);
  expect(seen).toEqual(['one', 'asked']);
  answers(refuse);
  await passing(timesMs.silence + 1);
  expect(told).toEqual(['connecting', 'live', 'polling', 'lost']);
  expect(streams[0]!.open).toBe(false);
  end();
});

test('a stream that keeps breaking is tried less and less often', async () => {
  const { streams, end } = stage();
  streams[0]!.broken();
  const opened: number[] = [];
  for (let second = 1; second <= 240; second++) {
    const before = streams.length;
    await passing(1000);
    if (streams.length > before) {
      opened.push(second);
      streams.at(-1)!.broken();
    }
  }
  const gaps = opened.slice(1).map((second, index) => second - opened[index]!);
  expect(gaps.slice(0, 3)).toEqual([10, 20, 40]);
  expect(Math.max(...gaps)).toBe(timesMs.reopen.most / 1000);
  end();
});

test('an answer that comes after the end, or after the stream is back, is not shown', async () => {
  const { streams, seen, told, answers, end } = stage();
  const late = Promise.withResolvers<Overview>();
  answers(() => late.promise);
  streams[0]!.broken();
  await passing(timesMs.reopen.first);
  streams[1]!.heard(overview('newer'));
  late.resolve(overview('older'));
  await passing(1);
  expect(seen).toEqual(['newer']);
  end();
  const toldBefore = told.length;
  streams[1]!.broken();
  await passing(120_000);
  expect(seen).toEqual(['newer']);
  expect(told.length).toBe(toldBefore);
});
