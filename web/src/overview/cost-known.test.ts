import { expect, test } from 'vitest';
import { costKnown } from './cost-known.ts';

test.each([
  [{ usd: 0, unpriced: 0 }, 'all'],
  [{ usd: 1.2, unpriced: 0 }, 'all'],
  [{ usd: 1.2, unpriced: 14 }, 'part'],
  [{ usd: 0, unpriced: 14 }, 'none'],
])('of %j is known: %s', (cost, known) => {
  expect(costKnown(cost)).toBe(known);
});
