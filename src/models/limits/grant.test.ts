import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grant, type SharedState, type SpendState, type Wish } from './grant.ts';

const limits = { concurrency: 4, requestsPerMinute: undefined, tokensPerMinute: undefined };
const wish: Wish = { tokens: 100, mostUsd: 1, limits, capUsd: null };
const nobody: SharedState = { open: 0, pausedUntil: 0, pace: { nextRequestAt: 0, nextTokenAt: 0 } };
const nothing: SpendState = { spentUsd: 0, reservedUsd: 0 };

test('a request goes at once where nothing holds it', () => {
  const { decision, shared } = grant(wish, nobody, nothing, 1000);
  expect(decision).toEqual({ type: 'go', waitMs: 0, reservedUsd: 0 });
  expect(shared.open).toBe(1);
});

test('as many as are allowed, and the next waits', () => {
  const full = { ...nobody, open: 4 };
  expect(grant(wish, full, nothing, 0).decision.type).toBe('wait');
  expect(grant(wish, { ...nobody, open: 3 }, nothing, 0).decision.type).toBe('go');
});

test('requests a minute are spread, not let go in bursts', () => {
  let shared = nobody;
  const waits = Array.from({ length: 5 }, () => {
    const paced = { ...wish, limits: { ...limits, concurrency: 99, requestsPerMinute: 60 } };
    const granted = grant(paced, shared, nothing, 5000);
    shared = granted.shared;
    return granted.decision.type === 'go' ? Math.round(granted.decision.waitMs) : -1;
  });
  expect(waits).toEqual([0, 1030, 2060, 3090, 4120]);
});

test('tokens a minute hold the next one back by what the last one took', () => {
  const paced = { ...wish, tokens: 500, limits: { ...limits, tokensPerMinute: 60_000 } };
  const first = grant(paced, nobody, nothing, 0);
  const second = grant(paced, first.shared, nothing, 0);
  expect(second.decision).toMatchObject({ type: 'go', waitMs: 515 });
});

test('a model that asked for quiet is left in quiet', () => {
  const quiet = { ...nobody, pausedUntil: 3000 };
  expect(grant(wish, quiet, nothing, 1000).decision).toMatchObject({ type: 'go', waitMs: 2000 });
});

test('the cap waits for what is set aside, and stops before it is passed', () => {
  const capped = { ...wish, capUsd: 10, mostUsd: 3 };
  const go = grant(capped, nobody, { spentUsd: 5, reservedUsd: 2 }, 0);
  expect(go.decision).toMatchObject({ type: 'go', reservedUsd: 3 });
  expect(go.spend.reservedUsd).toBe(5);
  expect(grant(capped, nobody, { spentUsd: 5, reservedUsd: 3 }, 0).decision.type).toBe('wait');
  expect(grant(capped, nobody, { spentUsd: 8, reservedUsd: 0 }, 0).decision.type).toBe('spend-cap');
});

test('whatever comes in whatever order, spent and set aside never pass the cap', () => {
  const step = fc.record({
    most: fc.double({ min: 0, max: 4, noNaN: true }),
    ends: fc.boolean(),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let shared = nobody;
      let spend = nothing;
      const open: number[] = [];
      for (const { most, ends, part } of steps) {
        if (ends && open.length > 0) {
          const reserved = open.shift()!;
          shared = { ...shared, open: shared.open - 1 };
          spend = {
            spentUsd: spend.spentUsd + reserved * part,
            reservedUsd: spend.reservedUsd - reserved,
          };
          continue;
        }
        const granted = grant({ ...wish, mostUsd: most, capUsd: 10 }, shared, spend, 0);
        if (granted.decision.type === 'go') open.push(granted.decision.reservedUsd);
        ({ shared, spend } = granted);
        expect(spend.spentUsd + spend.reservedUsd).toBeLessThanOrEqual(10 + 1e-9);
        expect(shared.open).toBeLessThanOrEqual(limits.concurrency);
      }
    }),
  );
});
