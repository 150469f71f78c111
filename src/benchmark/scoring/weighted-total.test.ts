import { expect, it } from 'vitest';
import { weightedTotal } from './weighted-total.ts';

it('weights parts by their numbers of items', () => {
  expect(
    weightedTotal([
      { n: 1, performance: 100 },
      { n: 3, performance: 20 },
    ]),
  ).toBe(40);
});

it('leaves out a part without items', () => {
  expect(
    weightedTotal([
      { n: 0, performance: null },
      { n: 5, performance: 60 },
    ]),
  ).toBe(60);
});

it('has no total where a part has items and no figure, or where there is no item at all', () => {
  expect(
    weightedTotal([
      { n: 4, performance: 90 },
      { n: 2, performance: null },
    ]),
  ).toBeNull();
  expect(weightedTotal([])).toBeNull();
});
