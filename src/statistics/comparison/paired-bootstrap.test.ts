import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import { mean } from '../summary/mean.ts';
import { pairedBootstrap } from './paired-bootstrap.ts';

// Hours of sleep gained with two drugs by the same ten patients (Cushny & Peebles, in Student 1908)
const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];

const compared = <Row>(...call: Parameters<typeof pairedBootstrap<Row>>) => {
  const result = pairedBootstrap(...call);
  if (!result.defined) throw new Error(result.reason);
  return result;
};

describe('pairedBootstrap', () => {
  it('finds the difference of 1.58 hours of Student (1908), with its plug-in standard error', () => {
    const result = compared(laevo, dextro, mean, { resamples: 50_000 });
    const differences = laevo.map((hours, i) => hours - dextro[i]!);
    const squares = differences.map(difference => (difference - 1.58) ** 2);
    const plugIn = Math.sqrt(squares.reduce((sum, square) => sum + square, 0)) / 10;
    expect(result.value).toBeCloseTo(1.58, 12);
    expect(Math.abs(result.standardError! / plugIn - 1)).toBeLessThan(0.02);
    // Student's own t test on these pairs gives p = 0.0028; the bootstrap must agree in kind.
    expect(result.p!).toBeLessThan(0.005);
    expect(result.interval![0]).toBeGreaterThan(0.7);
  });

  it('equals counting all resamples of three pairs', () => {
    const first = [3, 1, 2];
    const second = [0, 2, 1];
    const differences = [3, -1, 1];
    const far: boolean[] = [];
    for (const a of differences) {
      for (const b of differences) {
        for (const c of differences) far.push(Math.abs((a + b + c) / 3 - 1) >= 1 - 1e-9);
      }
    }
    const exact = far.filter(Boolean).length / 27;
    const result = compared(first, second, mean, { resamples: 40_000 });
    expect(Math.abs(result.p! - exact)).toBeLessThan(0.015);
  });

  it('turns its sign when the models change places', () => {
    const scores = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), {
      minLength: 5,
      maxLength: 40,
    });
    fc.assert(
      fc.property(scores, fc.constantFrom('percentile', 'bca'), (pairs, method) => {
        const first = pairs.map(([a]) => a);
        const second = pairs.map(([, b]) => b);
        const options = { resamples: 299, method } as const;
        const there = compared(first, second, mean, options);
        const back = compared(second, first, mean, options);
        expect(back.value).toBeCloseTo(-there.value, 12);
        expect(back.p).toBe(there.p);
        expect(back.noInterval).toBe(there.noInterval);
        if (there.interval === null) return;
        expect(back.interval![0]).toBeCloseTo(-there.interval[1], 9);
        expect(back.interval![1]).toBeCloseTo(-there.interval[0], 9);
      }),
      { numRuns: 40 },
    );
  });

  it('rejects as often as it says where two models are equal, in clusters too', () => {
    const random = seededRandom(3);
    const right = (share: number) => (random(1000) < 1000 * share ? 1 : 0);
    const clusters = Array.from({ length: 120 }, (_, i) => Math.floor(i / 3));
    const studies = 300;
    let rejected = 0;
    for (let study = 0; study < studies; study++) {
      // A cluster favours one model or the other as a whole: items alone would look like evidence.
      const favours = Array.from({ length: 40 }, () => random(2) * 0.5);
      const first = clusters.map(cluster => right(0.25 + favours[cluster]!));
      const second = clusters.map(cluster => right(0.75 - favours[cluster]!));
      const { p } = compared(first, second, mean, { clusters, resamples: 299, seed: study });
      if (p! < 0.05) rejected += 1;
    }
    expect(rejected / studies).toBeLessThan(0.1);
    expect(rejected).toBeGreaterThan(0);
  });

  it('finds no difference between a model and itself', () => {
    expect(compared(laevo, laevo, mean)).toMatchObject({
      value: 0,
      p: 1,
      interval: null,
      noInterval: 'constant',
    });
  });

  it('never claims more certainty than its resamples can carry', () => {
    const far = compared([11, 12, 13, 14, 15, 16], [1, 1, 2, 2, 3, 4], mean, { resamples: 99 });
    expect(far.p).toBe(1 / 100);
  });

  it('gives no p where every pair differs by the same', () => {
    const better = dextro.map(hours => Math.round(hours) + 1);
    const worse = dextro.map(hours => Math.round(hours));
    expect(compared(better, worse, mean)).toMatchObject({ value: 1, p: null, interval: null });
  });

  it('takes a statistic over whole rows, such as a weighted total', () => {
    const rows = (scores: number[]) => scores.map((score, i) => ({ score, weight: 1 + (i % 2) }));
    const weighted = (sample: readonly { score: number; weight: number }[]) => {
      const weight = sample.reduce((sum, row) => sum + row.weight, 0);
      return sample.reduce((sum, row) => sum + row.weight * row.score, 0) / weight;
    };
    const result = compared(rows(laevo), rows(dextro), weighted);
    expect(result.value).toBeCloseTo(weighted(rows(laevo))! - weighted(rows(dextro))!, 12);
  });

  it('is not defined for one pair or one cluster and refuses unequal lengths', () => {
    expect(pairedBootstrap([1], [0], mean)).toEqual({ defined: false, reason: 'too-few' });
    expect(pairedBootstrap([], [], mean)).toEqual({ defined: false, reason: 'no-data' });
    expect(pairedBootstrap([1, 0], [0, 0], mean, { clusters: ['a', 'a'] })).toEqual({
      defined: false,
      reason: 'too-few-clusters',
    });
    expect(() => pairedBootstrap([1], [0, 1], mean)).toThrow(RangeError);
  });
});
