import { expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-25T10:00:00Z');

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '0.25' }, 250],
  [{ 'retry-after': 'Wed, 25 Nov 2026 10:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Wed, 25 Nov 2026 09:00:00 GMT' }, 0],
  [{ 'retry-after-ms': '350', 'retry-after': '9' }, 350],
  [{ 'retry-after': '999999' }, 900_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{}, undefined],
])('%j', (headers, ms) => {
  expect(readRetryAfter(headers as Record<string, string>, now)).toBe(ms);
});
