import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from '../correlation/pearson.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { mean } from '../summary/mean.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';

// Efron & Tibshirani (1993), table 14.1, column A, and table 2.1, treatment group
const spatialTest = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
  41,
];
const treatedMice = [94, 197, 16, 38, 99, 141, 23];

const plugInVariance = (values: readonly number[]) => {
  const centre = mean(values)!;
  return mean(values.map(value => (value - centre) ** 2));
};

const estimated = <Row>(...call: Parameters<typeof bootstrapInterval<Row>>) => {
  const result = bootstrapInterval(...call);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

const seedsMean = (read: (seed: number) => number) =>
  mean([1, 2, 3, 4, 5].map(seed => read(seed)))!;

describe('bootstrapInterval against Efron & Tibshirani (1993)', () => {
  it('gives the BCa interval of table 14.2, 115.8 to 259.6 at 90 %', () => {
    const at = (end: 0 | 1) =>
      seedsMean(
        seed => estimated(spatialTest, plugInVariance, { confidence: 0.9, seed }).interval![end],
      );
    expect(estimated(spatialTest, plugInVariance).value).toBeCloseTo(171.5, 1);
    expect(Math.abs(at(0) - 115.8)).toBeLessThan(1.5);
    expect(Math.abs(at(1) - 259.6)).toBeLessThan(3);
  });

  it('gives the percentile interval of table 14.2, 100.8 to 233.9, within what 2000 resamples told', () => {
    const { interval } = estimated(spatialTest, plugInVariance, {
      confidence: 0.9,
      method: 'percentile',
    });
    expect(Math.abs(interval![0] - 100.8)).toBeLessThan(4);
    expect(Math.abs(interval![1] - 233.9)).toBeLessThan(4);
  });

  it('gives the standard error of table 2.2 in the limit, 23.36 for the treated mice', () => {
    const error = seedsMean(seed => estimated(treatedMice, mean, { seed }).standardError!);
    expect(error).toBeCloseTo(23.36, 0);
    expect(Math.abs(error - 23.36)).toBeLessThan(0.3);
  });
});

describe('bootstrapInterval with clusters', () => {
  it('draws whole clusters: copies of a row in its cluster change nothing', () => {
    const copied = spatialTest.flatMap(value => [value, value, value, value]);
    const clusters = copied.map((_, i) => Math.floor(i / 4));
    const single = estimated(spatialTest, mean).interval!;
    const [low, high] = estimated(copied, mean).interval!;
    const [clusteredLow, clusteredHigh] = estimated(copied, mean, { clusters }).interval!;
    expect(clusteredLow).toBeCloseTo(single[0], 12);
    expect(clusteredHigh).toBeCloseTo(single[1], 12);
    expect((clusteredHigh - clusteredLow) / (high - low)).toBeCloseTo(2, 0);
  });

  it('has the standard error of the cluster means, known in closed form for equal clusters', () => {
    const scores = [9, 1, 2, 8, 7, 7, 3, 5, 0, 4, 6, 6];
    const clusters = scores.map((_, i) => `document ${i % 4}`);
    const means = [0, 1, 2, 3].map(i => (scores[i]! + scores[i + 4]! + scores[i + 8]!) / 3);
    const centre = mean(means)!;
    const exact = Math.sqrt(means.reduce((sum, one) => sum + (one - centre) ** 2, 0)) / 4;
    const error = seedsMean(seed => estimated(scores, mean, { clusters, seed }).standardError!);
    expect(Math.abs(error / exact - 1)).toBeLessThan(0.015);
  });

  it('does not care what clusters are called', () => {
    const clusters = spatialTest.map((_, i) => i % 9);
    const renamed = clusters.map(cluster => `patient ${100 - cluster}`);
    expect(estimated(spatialTest, mean, { clusters }).interval).toEqual(
      estimated(spatialTest, mean, { clusters: renamed }).interval,
    );
  });

  it('covers the truth where rows of a cluster go together, and would not without clusters', () => {
    const random = seededRandom(11);
    const uniform = () => random(2 ** 32) / 2 ** 32;
    const clusters = Array.from({ length: 200 }, (_, i) => Math.floor(i / 5));
    const covers = (interval: readonly [number, number] | null) =>
      interval !== null && interval[0] <= 0.5 && 0.5 <= interval[1];
    const covered = { withClusters: 0, without: 0 };
    const studies = 200;
    for (let study = 0; study < studies; study++) {
      const chances = Array.from({ length: 40 }, uniform);
      const right: number[] = clusters.map(cluster => (uniform() < chances[cluster]! ? 1 : 0));
      const options = { resamples: 399, method: 'percentile', seed: study } as const;
      if (covers(estimated(right, mean, { ...options, clusters }).interval)) {
        covered.withClusters += 1;
      }
      if (covers(estimated(right, mean, options).interval)) covered.without += 1;
    }
    expect(covered.withClusters / studies).toBeGreaterThan(0.9);
    expect(covered.without / studies).toBeLessThan(0.88);
  });
});

describe('bootstrapInterval', () => {
  it('gives the same from the same seed and something else from another', () => {
    expect(estimated(treatedMice, mean, { seed: 4 })).toEqual(
      estimated(treatedMice, mean, { seed: 4 }),
    );
    expect(estimated(treatedMice, mean, { seed: 4 }).interval).not.toEqual(
      estimated(treatedMice, mean, { seed: 5 }).interval,
    );
  });

  it('reads its ends at the ranks (resamples + 1) times the tail', () => {
    const drawn: number[] = [];
    const watched = (values: readonly number[]) => {
      drawn.push(mean(values)!);
      return mean(values);
    };
    const options = { resamples: 39, method: 'percentile' } as const;
    const { interval } = estimated(spatialTest, watched, options);
    const replicates = drawn.slice(1);
    expect(replicates).toHaveLength(39);
    expect(interval).toEqual([Math.min(...replicates), Math.max(...replicates)]);
  });

  it('moves and stretches with the scores', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 30 }),
        fc.integer({ min: -50, max: 50 }),
        (scores, shift) => {
          const options = { resamples: 199 };
          const plain = bootstrapInterval(scores, mean, options);
          const moved = bootstrapInterval(
            scores.map(score => 3 * score + shift),
            mean,
            options,
          );
          if (!plain.defined || !moved.defined || plain.interval === null) return;
          expect(moved.interval?.[0]).toBeCloseTo(3 * plain.interval[0] + shift, 8);
          expect(moved.interval?.[1]).toBeCloseTo(3 * plain.interval[1] + shift, 8);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes any statistic of rows, and says how often a resample gave it no value', () => {
    const pairs = [
      { x: 1, y: 1 },
      { x: 1, y: 2 },
      { x: 2, y: 1 },
      { x: 4, y: 5 },
    ];
    const correlation = (rows: readonly { x: number; y: number }[]) => {
      const result = pearson(
        rows.map(row => row.x),
        rows.map(row => row.y),
      );
      return result.defined ? result.value : null;
    };
    const result = estimated(pairs, correlation, { resamples: 2000 });
    expect(result).toMatchObject({ interval: null, noInterval: 'unstable' });
    expect(result.undefinedResamples).toBeGreaterThan(50);
  });

  it('has no interval where every resample says the same', () => {
    expect(estimated([1, 1, 1, 1], mean)).toMatchObject({
      value: 1,
      interval: null,
      noInterval: 'constant',
      standardError: 0,
    });
    const clusters = [1, 1, 2, 3, 3, 3];
    expect(estimated([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], mean, { clusters }).noInterval).toBe(
      'constant',
    );
  });

  it('is not defined without rows, with one row, with one cluster or without a value', () => {
    const reason = (result: ReturnType<typeof bootstrapInterval>) =>
      result.defined ? null : result.reason;
    expect(reason(bootstrapInterval([], mean))).toBe('no-data');
    expect(reason(bootstrapInterval([1], mean))).toBe('too-few');
    expect(reason(bootstrapInterval([1, 2], mean, { clusters: ['a', 'a'] }))).toBe(
      'too-few-clusters',
    );
    expect(reason(bootstrapInterval([1, 2], () => null))).toBe('not-estimable');
    expect(reason(bootstrapInterval([1, 2], () => Number.NaN))).toBe('not-estimable');
  });

  it('refuses clusters of another length, and resamples too few to hold a tail', () => {
    expect(() => bootstrapInterval([1, 2], mean, { clusters: ['a'] })).toThrow(RangeError);
    expect(() => bootstrapInterval([1, 2], mean, { resamples: 20 })).toThrow(RangeError);
    expect(() => bootstrapInterval([1, 2], mean, { resamples: 99.5 })).toThrow(RangeError);
    expect(() => bootstrapInterval([1, 2], mean, { confidence: 1 })).toThrow(RangeError);
  });
});
