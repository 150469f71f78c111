import { describe, expect, it } from 'vitest';
import { mean } from './mean.ts';

describe('mean', () => {
  it('meets the certified values of NIST StRD NumAcc1, NumAcc3 and NumAcc4', () => {
    const alternating = (base: number) =>
      Array.from({ length: 1001 }, (_, i) => base + (i === 0 ? 0.2 : i % 2 === 1 ? 0.1 : 0.3));
    expect(mean([10_000_001, 10_000_003, 10_000_002])).toBe(10_000_002);
    expect(mean(alternating(1_000_000))).toBeCloseTo(1_000_000.2, 9);
    expect(mean(alternating(10_000_000))).toBeCloseTo(10_000_000.2, 8);
  });

  it('has no value without values', () => {
    expect(mean([])).toBeNull();
  });

  it('names the place of a value that is no number', () => {
    expect(() => mean([1, Number.NaN])).toThrow('values[1]');
    expect(() => mean([Number.POSITIVE_INFINITY])).toThrow('values[0]');
  });
});
