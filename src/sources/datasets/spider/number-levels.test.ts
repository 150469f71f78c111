import { expect, test } from 'vitest';
import { discOfNumber, maskLabels, numberingOf, vertebraOfNumber } from './number-levels.ts';

test('which end is counted from shows in the numbers', () => {
  expect(numberingOf([1, 2, 3, 4, 5, 6, 7])).toBe('from the bottom');
  expect(numberingOf([24, 23, 22, 21, 20, 19])).toBe('from the top');
  expect(numberingOf([1, 24])).toBeNull();
  expect(numberingOf([])).toBe('from the bottom');
});

test('numbers name the same vertebrae from either end', () => {
  const both = (low: number, high: number) => [
    vertebraOfNumber(low, 'from the bottom'),
    vertebraOfNumber(high, 'from the top'),
  ];
  expect(both(1, 24)).toEqual(['L5', 'L5']);
  expect(both(5, 20)).toEqual(['L1', 'L1']);
  expect(both(6, 19)).toEqual(['T12', 'T12']);
  expect(vertebraOfNumber(25, 'from the top')).toBe('L6');
  expect(vertebraOfNumber(0, 'from the bottom')).toBeUndefined();
  expect(vertebraOfNumber(99, 'from the bottom')).toBeUndefined();
});

test('a disc has the number of the vertebra above it', () => {
  expect(discOfNumber(1, 'from the bottom')).toEqual(['L5', 'S1']);
  expect(discOfNumber(6, 'from the bottom')).toEqual(['T12', 'L1']);
  expect(discOfNumber(24, 'from the top')).toEqual(['L5', 'S1']);
  expect(discOfNumber(0, 'from the bottom')).toBeUndefined();
});

test('a mask’s values are vertebrae, parts of vertebrae, discs and the canal', () => {
  expect(maskLabels('from the bottom')).toMatchObject({
    1: 'L5',
    106: 'T12, partly visible',
    100: 'spinal canal',
    201: 'L5/S1',
    202: 'L4/L5',
  });
  expect(maskLabels('from the top')).toMatchObject({ 24: 'L5', 224: 'L5/S1' });
});
