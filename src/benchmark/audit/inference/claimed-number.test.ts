import { describe, expect, it } from 'vitest';
import { judgeClaim, readClaim } from './claimed-number.ts';

describe('readClaim', () => {
  it.each([
    ['450k+ instructions', 450_000, true],
    ['2.6k patients', 2600, false],
    ['300 patients', 300, false],
    ['over 1,200 items', 1200, true],
    ['45万条', 450_000, false],
    ['1.5M pairs', 1_500_000, false],
    ['10余万', 100_000, true],
    ['约45万条', 450_000, false],
    ['超过 1,200 条', 1200, true],
  ])('%s', (text, value, atLeast) => {
    expect(readClaim(text)).toMatchObject({ value, atLeast });
  });

  it.each(['many patients', 'GLM4', ''])('%j claims no number', text => {
    expect(readClaim(text)).toBeNull();
  });
});

describe('judgeClaim', () => {
  it.each([
    ['450k+', 456_748, 'consistent'],
    ['450k+', 449_999, 'inconsistent'],
    ['450k', 450_400, 'consistent'],
    ['450k', 456_748, 'rounding'],
    ['450k', 470_000, 'inconsistent'],
    ['2.6k', 2_640, 'consistent'],
    ['2.6k', 2_810, 'inconsistent'],
  ] as const)('%s for %d: %s', (text, count, verdict) => {
    expect(judgeClaim(readClaim(text)!, count)).toBe(verdict);
  });
});
