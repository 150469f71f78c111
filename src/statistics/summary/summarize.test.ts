import { describe, expect, it } from 'vitest';
import { summarize } from './summarize.ts';

describe('summarize', () => {
  it('describes the speed of light as Newcomb measured it (66 runs of 1882, Stigler 1977, table 5)', () => {
    const newcomb = [
      28, -44, 29, 30, 24, 28, 37, 32, 36, 27, 26, 28, 29, 26, 27, 22, 23, 20, 25, 25, 36, 23, 31,
      32, 24, 27, 33, 16, 24, 29, 36, 21, 28, 26, 27, 27, 32, 25, 28, 24, 40, 21, 31, 32, 28, 26,
      30, 27, 26, 24, 32, 29, 34, -2, 25, 19, 36, 29, 30, 22, 28, 33, 39, 25, 16, 23,
    ];
    const summary = summarize(newcomb);
    expect(summary).toMatchObject({ n: 66, median: 27, min: -44, max: 40 });
    expect(summary.defined && summary.mean).toBeCloseTo(26.21, 2);
    expect(summary.defined && summary.standardDeviation).toBeCloseTo(10.75, 2);
  });

  it('has no standard deviation for one value and nothing at all for none', () => {
    expect(summarize([5])).toMatchObject({ mean: 5, median: 5, standardDeviation: null });
    expect(summarize([])).toEqual({ defined: false, reason: 'no-data' });
  });
});
