import { expect, test } from 'vitest';
import { type GradedSlice, orderHeadDown } from './order-head-down.ts';

const slice = (picture: number, at: number, disc: number, heightMm: number | null = null) =>
  ({ shown: { picture, slice: at }, discs: [disc], heightsMm: [heightMm] }) satisfies GradedSlice;
const order = (...slices: GradedSlice[]) =>
  orderHeadDown(slices).map(({ picture, slice }) => `${picture}/${slice}`);

test('the left and the right of one disc lie as their slices do, whichever way the series runs', () => {
  // From the feet up: the higher of the two slices of a disc comes first, left or right.
  expect(order(slice(0, 8, 0), slice(0, 9, 0), slice(0, 4, 1), slice(0, 5, 1))).toEqual([
    ...['0/9', '0/8', '0/5', '0/4'],
  ]);
  expect(order(slice(0, 2, 0), slice(0, 1, 0), slice(0, 7, 1), slice(0, 6, 1))).toEqual([
    ...['0/1', '0/2', '0/6', '0/7'],
  ]);
});

test('slices of several series stand by height, and without any disc by disc', () => {
  const [upper, lower] = [slice(0, 3, 0, 40), slice(0, 1, 1, 5)];
  const between = slice(1, 7, 1, 9);
  expect(order(lower, between, upper)).toEqual(['0/3', '1/7', '0/1']);
  expect(order(slice(1, 2, 1), slice(0, 1, 1), slice(1, 9, 0))).toEqual(['1/9', '0/1', '1/2']);
});
