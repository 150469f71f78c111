import { expect, test } from 'vitest';
import { capShare, lostUsd } from './spend-state.ts';

function spend(usd: number, countedUsd: number, capUsd: number | null, calls = 3) {
  return { usd, countedUsd, capUsd, calls, unpriced: 0 };
}

test.each([
  ['no cap', spend(5, 5, null), null],
  ['a part', spend(1, 2.5, 10), 0.25],
  ['lost requests that use the cap up', spend(1, 10, 10), 1],
  ['lost requests alone', spend(0, 10, 10, 0), 1],
  ['more than the cap', spend(12, 12, 10), 1],
  ['a cap of nothing, nothing asked', spend(0, 0, 0, 0), 0],
  ['a cap of nothing, free calls', spend(0, 0, 0), 1],
])('%s', (_, given, share) => {
  expect(capShare(given)).toBe(share);
});

test('what lost requests may have cost is told, what adding up differently makes is not', () => {
  expect(lostUsd(spend(1, 1.5, null))).toBe(0.5);
  expect(lostUsd(spend(0.3, 0.1 + 0.2, null))).toBe(0);
  expect(lostUsd(spend(2, 1, null))).toBe(0);
});
