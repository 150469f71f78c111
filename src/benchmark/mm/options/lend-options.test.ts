import { expect, test } from 'vitest';
import { type Ill, lendOptions } from './lend-options.ts';

const ill = (dataset: Ill['dataset'], truth: number): Ill => ({
  ...{ dataset, truth, has: new Set([truth]) },
});
const lend = lendOptions([ill('vindr', 1), ill('vindr', 1), ill('vindr', 4), ill('buu', 2)], 1);
const draws = (dataset: Ill['dataset'], has: number[] = []) =>
  Array.from({ length: 300 }, (_, n) => lend(dataset, `${n}`, new Set(has))?.truth);

test('is somebody of the same dataset, each question as often as it is asked', () => {
  expect(new Set(draws('buu'))).toEqual(new Set([2]));
  const ones = draws('vindr').filter(truth => truth === 1);
  expect(ones.length).toBeGreaterThan(160);
  expect(ones.length).toBeLessThan(240);
  expect(draws('vindr')).toEqual(draws('vindr'));
});

test('is nobody whose disease the patient has too, and nobody where there is none', () => {
  expect(new Set(draws('vindr', [1]))).toEqual(new Set([4]));
  expect(new Set(draws('buu', [2]))).toEqual(new Set([undefined]));
  expect(new Set(draws('csxa'))).toEqual(new Set([undefined]));
});
