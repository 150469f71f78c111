import { expect, test } from 'vitest';
import { projectAlong } from './project-along.ts';

const values = Int16Array.from({ length: 24 }, (_, at) => at);
const volume = { size: [2, 3, 4] as const, values };

test('the mean along each axis, the others in order', () => {
  expect(projectAlong(volume, 0, 'mean')).toMatchObject({ size: [3, 4] });
  expect([...projectAlong(volume, 0, 'mean').values.slice(0, 4)]).toEqual([0.5, 2.5, 4.5, 6.5]);
  expect([...projectAlong(volume, 1, 'mean').values.slice(0, 4)]).toEqual([2, 3, 8, 9]);
  expect([...projectAlong(volume, 2, 'mean').values]).toEqual([9, 10, 11, 12, 13, 14]);
});

test('the brightest value, also where all are below zero', () => {
  expect([...projectAlong(volume, 2, 'max').values]).toEqual([18, 19, 20, 21, 22, 23]);
  const cold = { size: [1, 1, 2] as const, values: Int16Array.of(-1000, -900) };
  expect([...projectAlong(cold, 2, 'max').values]).toEqual([-900]);
});
