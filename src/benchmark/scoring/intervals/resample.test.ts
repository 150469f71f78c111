import { expect, it } from 'vitest';
import { sumsOf } from './resample.ts';

it('adds up fractions, whole numbers, equal columns and steady ones alike', () => {
  const columns = [
    Float64Array.of(0.5, 1.25, 66.7, 3.75),
    Float64Array.of(0, 100, 0, 100),
    Float64Array.of(0, 100, 0, 100),
    Float64Array.of(1, 1, 1, 1),
    Float64Array.of(2 ** 31, 0, 1, 5),
  ];
  const sums = sumsOf({ columns, clusters: 4 });
  for (const drawn of [[0, 1, 2, 3], [2, 2, 1, 0], [3, 3, 3, 3], []]) {
    const sumOf = sums(Uint32Array.from(drawn));
    for (const [at, column] of columns.entries())
      expect(sumOf(at)).toBe(drawn.reduce((sum, block) => sum + column[block]!, 0));
  }
});
