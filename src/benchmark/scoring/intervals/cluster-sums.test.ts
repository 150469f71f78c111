import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../statistics/index.ts';
import { sumByCluster, totalOf } from './cluster-sums.ts';
import { resample } from './resample.ts';
import { resampleMean } from './resample-mean.ts';

const random = seededRandom(5);
const rows = Array.from({ length: 6_000 }, (_, i) => ({
  item: { group: `g${Math.floor(i / 3)}` },
  // Rows of a group go together, so that drawing single rows would be too sure.
  value: 100 * (Math.floor(i / 3) % 5 === 0 ? random(2) : 1),
}));

describe('sums by cluster', () => {
  it('hold all that the rows bring, also past the number of blocks', () => {
    const sums = sumByCluster(rows, ({ item }) => item.group, [({ value }) => value, () => 1]);
    expect(sums.clusters).toBe(2_000);
    expect(sums.columns[0]!.length).toBeLessThan(2_000);
    expect(totalOf(sums)).toEqual([rows.reduce((sum, { value }) => sum + value, 0), 6_000]);
  });

  it('keep the standard error that the clusters have, in closed form', () => {
    const { standardError, clusters } = resampleMean(rows, ({ value }) => value, {
      resamples: 999,
    });
    const means = Array.from({ length: clusters }, (_, i) => {
      const ofGroup = rows.slice(3 * i, 3 * i + 3);
      return ofGroup.reduce((sum, { value }) => sum + value, 0) / 3;
    });
    const centre = means.reduce((sum, one) => sum + one, 0) / clusters;
    const squares = means.reduce((sum, one) => sum + (one - centre) ** 2, 0);
    const exact = Math.sqrt(squares / clusters / clusters);
    expect(Math.abs(standardError! / exact - 1)).toBeLessThan(0.1);
  });

  it('give the reason where there is no interval', () => {
    expect(resampleMean([], () => 1, {})).toMatchObject({ interval: null, noInterval: 'no-data' });
    const one = rows.slice(0, 3);
    expect(resampleMean(one, () => 1, {}).noInterval).toBe('too-few-clusters');
    expect(resampleMean(rows, () => 100, { resamples: 99 }).noInterval).toBe('constant');
    const sums = sumByCluster(rows, ({ item }) => item.group, [() => 1]);
    expect(resample(sums, () => null, { resamples: 99 }).noInterval).toBe('not-estimable');
  });
});
