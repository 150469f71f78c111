import { expect, test } from 'vitest';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { readOverview, verify } from '../../store/index.ts';
import { openStoreLog } from '../log/store-log.ts';
import { openModels } from '../open-models.ts';
import { startSimulator } from '../simulator/index.ts';
import { formed, question, settingsOf } from '../testing/try-door.ts';

const calls = 2000;
const limits = { concurrency: 24, requestsPerMinute: 18_000 };

test('2,000 calls with 30 % mixed faults: every call ends, every request is accounted for, no limit is passed', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const simulator = await startSimulator({
    seed: 'faults',
    latency: '0-20',
    faults: 0.3,
    retryAfterMs: 0,
    trickleMs: 200,
  });
  const log = await openStoreLog(store);
  const model = { provider: 'openai-compatible', egress: 'onsite', baseUrl: `${simulator.url}/v1` };
  const models = openModels({
    settings: settingsOf({
      models: { m: { ...model, limits } },
      roles: { contestant: 'm', judge: 'm' },
    }),
    log,
    readPicture: async () => Buffer.alloc(0),
    patience: { firstPauseMs: 5, longestPauseMs: 50 },
  });
  // Every second one has a form to keep, and so may need a repair.
  const outcomes = await Promise.all(
    Array.from({ length: calls }, (_, n) => {
      const text = `Case ${n}. Which level is it?\nA. L3/4\nB. L4/5\nC. L5/S1`;
      return n % 2 === 0
        ? models.ask(question, { input: { text, pictures: [] }, class: 'clinical' })
        : models.ask(formed, { input: { text }, class: 'clinical' });
    }),
  );
  await models.close();
  await log.close();
  const ledger = simulator.ledger();
  await simulator.close();

  // Every call ends as an answer or as one of the reasons on the list.
  const reasons = outcomes.map(each => (each.status === 'failed' ? each.reason : 'answered'));
  const tally = Object.fromEntries(
    [...new Set(reasons)].map(each => [each, reasons.filter(r => r === each).length]),
  );
  expect(reasons).toHaveLength(calls);
  expect(tally.answered).toBeGreaterThan(calls * 0.8);
  expect(tally['request-rejected'] ?? 0).toBe(0);
  expect(tally['egress-refused'] ?? 0).toBe(0);

  // The simulator's ledger against the log: the same requests, and each ended as it saw.
  const { rows } = await store.pool.query<{ id: string; status: string; code: string | null }>(
    `select call || '_' || attempt as id, status, code from model_attempts`,
  );
  const logged = new Map(rows.map(row => [row.id, row]));
  expect(new Set(ledger.requests.map(({ requestId }) => requestId))).toEqual(
    new Set(logged.keys()),
  );
  expect(ledger.requests).toHaveLength(rows.length);
  const whole = new Set(['answer', 'trickle', 'empty', 'refusal', 'malformed', 'cutoff', 'wrong']);
  for (const { requestId, outcome } of ledger.requests) {
    const expected = whole.has(outcome!) ? 'answered' : 'lost';
    expect([requestId, outcome, logged.get(requestId!)!.status]).toEqual([
      requestId,
      outcome,
      expected,
    ]);
  }

  // No answer that was logged was asked for again.
  const answers = await store.pool.query(
    `select call from model_attempts where status = 'answered' group by call having count(*) > 1`,
  );
  expect(answers.rows).toEqual([]);
  const after = await store.pool.query(
    `select from model_attempts a join model_attempts b on b.call = a.call and b.attempt > a.attempt
     where a.status = 'answered'`,
  );
  expect(after.rowCount).toBe(0);

  expect(ledger.totals.peakInFlight).toBeLessThanOrEqual(limits.concurrency);
  expect(ledger.totals.mostInOneSecond).toBeLessThanOrEqual(limits.requestsPerMinute / 60);
  const [activity] = (await readOverview(store)).models;
  expect(activity!.answered + activity!.lost).toBe(rows.length);
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  expect(findings).toEqual([]);
}, 180_000);
