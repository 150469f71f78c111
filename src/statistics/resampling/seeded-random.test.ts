import { describe, expect, it } from 'vitest';
import { drawIndices, seededRandom } from './seeded-random.ts';

describe('drawIndices', () => {
  it('gives the stream of the authors’ C code (Blackman & Vigna 2018) from the state 1, 2, 3, 4', () => {
    const drawn = new Uint32Array(10);
    drawIndices(Int32Array.of(1, 2, 3, 4), 2 ** 32, drawn);
    expect([...drawn]).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });
});

describe('seededRandom', () => {
  const draws = (seed: number, bound: number, length: number) => {
    const random = seededRandom(seed);
    return Array.from({ length }, () => random(bound));
  };

  it('repeats itself from the same seed and only from the same', () => {
    expect(draws(7, 1000, 50)).toEqual(draws(7, 1000, 50));
    expect(draws(7, 1000, 50)).not.toEqual(draws(8, 1000, 50));
    expect(draws(1, 1000, 50)).not.toEqual(draws(2 ** 32 + 1, 1000, 50));
  });

  it('keeps its stream over releases, since printed intervals hang on it', () => {
    expect(draws(0, 1000, 8)).toEqual([416, 10, 587, 896, 265, 174, 442, 464]);
  });

  it('draws every index equally often (chi-square with 25 degrees of freedom, 99.9 %)', () => {
    const counts = new Array<number>(26).fill(0);
    for (const index of draws(5, 26, 260_000)) counts[index]! += 1;
    const distance = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(distance).toBeLessThan(52.6);
  });

  it('stays below the bound for bounds of every size', () => {
    for (const bound of [1, 2, 3, 574, 2 ** 31, 2 ** 32 - 1, 2 ** 32]) {
      for (const index of draws(3, bound, 200)) {
        expect(Number.isInteger(index) && index >= 0 && index < bound).toBe(true);
      }
    }
  });

  it.each([1.5, -1, Number.NaN])('refuses the seed %d', seed => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});
