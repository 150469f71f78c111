import { expect, test } from 'vitest';
import { layBack } from './lay-back.ts';
import type { RawPage } from './raw-page.ts';

const page = (width: number, height: number, degrees: number, was: [number, number]) =>
  ({ width, height, turned: { degrees, width: was[0], height: was[1] } }) as RawPage;
const rounded = (box: number[]) => box.map(Math.round);

test('a box in a page that was turned is found in the page as it lies', () => {
  expect(rounded(layBack([10, 20, 30, 40], page(600, 800, 180, [600, 800])))).toEqual([
    560, 740, 30, 40,
  ]);
  // Turned clockwise, the left side of a page becomes its top.
  expect(rounded(layBack([10, 20, 30, 40], page(600, 800, 90, [800, 600])))).toEqual([
    20, 560, 40, 30,
  ]);
  const askew = layBack([290, 390, 20, 20], page(600, 800, 45, [600, 800]));
  expect(rounded(askew)).toEqual([286, 386, 28, 28]);
  expect(layBack([1, 2, 3, 4], page(600, 800, 0, [600, 800]))).toEqual([1, 2, 3, 4]);
});
