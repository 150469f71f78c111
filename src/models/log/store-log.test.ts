import { expect, test } from 'vitest';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { readModelActivity, readOverview, type Store, verify } from '../../store/index.ts';
import { callId } from '../call-id.ts';
import { findModel } from '../find-model.ts';
import type { CallLog, CallRecord, LoggedAnswer } from './call-log.ts';
import { openStoreLog } from './store-log.ts';

const spec = findModel('m', { models: {}, baseUrl: 'http://127.0.0.1:1/v1' });

function callOf(question: string, limits: object = {}): CallRecord {
  const model = { ...spec, limits: { ...spec.limits, ...limits } };
  const parts = [{ type: 'text' as const, text: question }];
  const request = { prompt: { messages: [{ from: 'user' as const, parts }] }, parameters: {} };
  return {
    id: callId({ model, request, repeat: 0 }),
    ...{ role: 'contestant', promptVersion: 't/1', model, class: 'licensed', repeat: 0 },
    ...{ pictures: [], from: [], request, exceptional: false },
  };
}

const answer = (text: string, costUsd: number | null = 0.25): LoggedAnswer => ({
  ...{ text, finish: 'stop', costUsd, latencyMs: 12 },
  tokens: { input: 10, cachedInput: 2, output: 5 },
});
const intent = (call: CallRecord, mostUsd: number | null = 1) => ({ call, tokens: 100, mostUsd });

async function soundness(store: Store): Promise<string[]> {
  const found = [];
  for await (const { check, message } of verify(store)) found.push(`${check}: ${message}`);
  return found;
}

/** As a kill leaves it: its locks are gone and nothing was written. */
async function kill(store: Store): Promise<void> {
  await store.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
       and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`,
  );
}

test('an answer is found by every door, and counted once', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const [first, second] = [await openStoreLog(store), await openStoreLog(store)];
  const call = callOf('one');
  const text = '椎间盘 L4/5\n"quoted" \\ 🦴';
  expect(await first.begin(intent(call))).toEqual({ type: 'go', attempt: 1, waitMs: 0 });
  // Meanwhile another door leaves it to the one that asks.
  expect(await second.begin(intent(call))).toMatchObject({ type: 'wait' });
  await first.end({ call, attempt: 1, status: 'answered', answer: answer(text) });
  expect(await second.begin(intent(call))).toEqual({ type: 'answered', answer: answer(text) });
  expect(await second.find(call.id)).toEqual(answer(text));
  second.noteFromLog(call.model);
  await first.close();
  await second.close();
  expect(await readModelActivity(store)).toMatchObject([
    {
      model: 'm',
      answered: 1,
      fromLog: 1,
      inFlight: 0,
      inputTokens: 10,
      outputTokens: 5,
      usd: 0.25,
    },
  ]);
  expect(await soundness(store)).toEqual([]);
});

test('the places of a model are shared by all doors', async () => {
  await using opened = await throwawayStore();
  const doors = [await openStoreLog(opened.store), await openStoreLog(opened.store)];
  const limits = { concurrency: 3 };
  const granted = await Promise.all(
    Array.from({ length: 8 }, (_, n) => doors[n % 2]!.begin(intent(callOf(`q${n}`, limits)))),
  );
  expect(granted.filter(({ type }) => type === 'go')).toHaveLength(3);
  expect(granted.filter(({ type }) => type === 'wait')).toHaveLength(5);
  for (const door of doors) await door.close();
});

test('requests a minute are one row for all doors', async () => {
  await using opened = await throwawayStore();
  const doors = [await openStoreLog(opened.store), await openStoreLog(opened.store)];
  const limits = { concurrency: 99, requestsPerMinute: 600 };
  const times = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const granted = await doors[n % 2]!.begin(intent(callOf(`q${n}`, limits)));
      return performance.now() + (granted.type === 'go' ? granted.waitMs : Number.NaN);
    }),
  );
  for (const door of doors) await door.close();
  // Five steps of 103 ms, whichever door asked; answers come a little late on a busy machine.
  const spanMs = Math.max(...times) - Math.min(...times);
  expect(spanMs).toBeGreaterThan(5 * 103 - 250);
  expect(spanMs).toBeLessThan(5 * 103 + 250);
});

test('the cap is one for all doors, and what is lost and may be charged counts at its most', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  store.workspace.settings.spendCapUsd = 2;
  const [first, second] = [await openStoreLog(store), await openStoreLog(store)];
  const [one, two] = [callOf('one'), callOf('two')];
  expect((await first.begin(intent(one, 1.5))).type).toBe('go');
  expect((await second.begin(intent(two, 1))).type).toBe('wait');
  await first.end({ call: one, attempt: 1, status: 'answered', answer: answer('yes', 0.5) });
  expect((await second.begin(intent(two, 1.2))).type).toBe('go');
  await second.end({
    call: two,
    attempt: 1,
    status: 'lost',
    code: 'timed-out',
    charged: true,
    latencyMs: 5,
  });
  expect((await first.begin(intent(callOf('three'), 0.4))).type).toBe('spend-cap');
  expect((await readOverview(store)).spend).toEqual({
    ...{ usd: 0.5, calls: 1, unpriced: 0, capUsd: 2, countedUsd: 1.7 },
  });
  await first.close();
  await second.close();
  expect(await soundness(store)).toEqual([]);
});

test('an answer of unknown price is said to be one, never free', async () => {
  await using opened = await throwawayStore();
  const log = await openStoreLog(opened.store);
  const call = callOf('one');
  await log.begin(intent(call, null));
  await log.end({ call, attempt: 1, status: 'answered', answer: answer('yes', null) });
  await log.close();
  expect((await readOverview(opened.store)).spend).toMatchObject({ usd: 0, calls: 1, unpriced: 1 });
});

test('what a killed door had under way is lost, and its places and its share of the cap are free', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const killed = await openStoreLog(store);
  const [one, two] = [callOf('one', { concurrency: 2 }), callOf('two', { concurrency: 2 })];
  await killed.begin(intent(one));
  await killed.begin(intent(two));
  await killed.noteBatch('batch-7', two.model, [{ call: two.id, attempt: 1 }]);
  await kill(store);
  const next = await openStoreLog(store);
  expect(await next.begin(intent(one))).toMatchObject({ type: 'go', attempt: 2 });
  expect(await next.begin(intent(two))).toEqual({ type: 'in-batch', attempt: 1, batch: 'batch-7' });
  await next.end({ call: two, attempt: 1, status: 'answered', answer: answer('yes') });
  await next.end({
    call: one,
    attempt: 2,
    status: 'rejected',
    code: 'request-error-400',
    charged: false,
    latencyMs: 3,
  });
  await next.close();
  const { rows } = await store.pool.query(
    'select attempt, status, code, counted_usd as counted from model_attempts order by call = $1 desc, attempt',
    [one.id],
  );
  await killed.close();
  expect(rows).toEqual([
    { attempt: 1, status: 'lost', code: 'killed', counted: 1 },
    { attempt: 2, status: 'rejected', code: 'request-error-400', counted: 0 },
    { attempt: 1, status: 'answered', code: null, counted: 0.25 },
  ]);
  expect(await soundness(store)).toEqual([]);
});

test('a door that was given up for dead and lives on brings its answer home', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const cutOff = await openStoreLog(store);
  const call = callOf('one');
  await cutOff.begin(intent(call));
  await kill(store);
  const next = await openStoreLog(store);
  await cutOff.end({ call, attempt: 1, status: 'answered', answer: answer('yes') });
  expect(await next.begin(intent(call))).toEqual({ type: 'answered', answer: answer('yes') });
  for (const door of [cutOff, next]) await door.close();
  expect((await readOverview(store)).spend).toMatchObject({ usd: 0.25, countedUsd: 0.25 });
  expect(await readModelActivity(store)).toMatchObject([{ answered: 1, lost: 0, inFlight: 0 }]);
  expect(await soundness(store)).toEqual([]);
});

test('a quiet that a model asked for is kept by all doors', async () => {
  await using opened = await throwawayStore();
  const [first, second] = [await openStoreLog(opened.store), await openStoreLog(opened.store)];
  await first.begin(intent(callOf('one')));
  await first.pause(spec, 5000);
  const granted = await second.begin(intent(callOf('two')));
  expect(granted).toMatchObject({ type: 'go' });
  expect((granted as { waitMs: number }).waitMs).toBeGreaterThan(4000);
  expect(await readModelActivity(opened.store)).toMatchObject([
    { pausedUntil: expect.any(String) },
  ]);
  for (const door of [first, second]) await door.close();
});

const damages: Array<[what: string, sql: string]> = [
  ['an answer without its attempt', `delete from model_attempts where attempt = 1`],
  ['an attempt without its call', `delete from model_calls`],
  ['a count that was changed', `update model_pools set answered = answered + 1`],
  ['a place that nobody holds', `update model_pools set open = 1`],
  ['money that nobody spent', `update model_spend set counted_usd = counted_usd + 1`],
  ['a day that counts more', `update spend set calls = calls + 1`],
];

test.each(damages)('verify finds %s', async (_what, sql) => {
  await using opened = await throwawayStore();
  const log: CallLog = await openStoreLog(opened.store);
  const call = callOf('one');
  await log.begin(intent(call));
  await log.end({ call, attempt: 1, status: 'answered', answer: answer('yes') });
  await log.close();
  expect(await soundness(opened.store)).toEqual([]);
  await opened.store.pool.query(sql);
  expect((await soundness(opened.store)).some(each => each.startsWith('models: '))).toBe(true);
});
