import { expect, test } from 'vitest';
import { createLedger } from './create-ledger.ts';

const came = { method: 'POST', path: '/v1/responses', requestId: null };
const answered = { outcome: 'answer', status: 200 } as const;

test('keeps the last requests, and the totals of all', () => {
  const ledger = createLedger(10);
  for (let time = 0; time < 25; time++) ledger.end(ledger.begin(came, true), answered);
  const { totals, requests, keptFrom, next } = ledger.page(0, 4);
  expect(totals).toMatchObject({ requests: 25, byOutcome: { answer: 25 } });
  expect([keptFrom, next, requests.map(one => one.n)]).toEqual([15, 19, [15, 16, 17, 18]]);
  expect(ledger.page(19, 100)).toMatchObject({ next: null });
  expect(ledger.page(19, 100).requests.map(one => one.n)).toEqual([19, 20, 21, 22, 23, 24]);
});

test('knows how many were under way at once; what asks no model is not among them', () => {
  const ledger = createLedger();
  const [first, second] = [ledger.begin(came, true), ledger.begin(came, true)];
  ledger.begin(came, false);
  ledger.end(first, answered);
  ledger.begin(came, true);
  expect(ledger.totals()).toMatchObject({ peakInFlight: 2, inFlight: 2, mostInOneSecond: 3 });
  ledger.end(second, answered);
  expect(ledger.totals()).toMatchObject({ requests: 4, modelCalls: 3, inFlight: 1 });
});

test('what was under way at a new start does not end in it', () => {
  const ledger = createLedger();
  const entry = ledger.begin(came, true);
  ledger.reset();
  ledger.end(entry, answered);
  expect(ledger.page(0, 10)).toMatchObject({
    requests: [],
    totals: { inFlight: 0, byOutcome: {} },
  });
});
