import { expect, test } from 'vitest';
import type { Vector } from '../../../contracts/imaging/index.ts';
import { type FoundSlice, seriesOfSlices } from './series-of-slices.ts';

/** A sagittal slice so far to the patient's left; its normal runs to the right. */
function slice(name: string, leftMm: number | null, more: { columns?: number } = {}): FoundSlice {
  const directions: [Vector, Vector] = [
    [0, 1, 0],
    [0, 0, -1],
  ];
  return {
    place: `study/${name}.dcm`,
    header: {
      studyUid: '1',
      seriesUid: '2',
      instanceUid: name,
      modality: 'MRI',
      description: 'T2_TSE_SAG',
      columns: more.columns ?? 30,
      rows: 20,
      plane:
        leftMm === null ? null : { spacingMm: [0.5, 0.7], directions, originMm: [leftMm, -7, 9] },
    },
  };
}

const order = (slices: FoundSlice[]) => seriesOfSlices('study', slices, 'MRI').picture.files;

test('slices stand in order of their place, whatever they are called', () => {
  const { picture } = seriesOfSlices('study', [slice('3', 4), slice('1', 0), slice('2', 8)], 'CT');
  expect(picture.files).toEqual(['2.dcm', '3.dcm', '1.dcm']);
  expect(picture).toMatchObject({ path: 'study', modality: 'MRI', view: 'sagittal T2' });
  expect(picture.grid).toEqual({
    size: [30, 20, 3],
    spacingMm: [0.5, 0.7, 4],
    directions: [
      [0, 1, 0],
      [0, 0, -1],
      [-1, 0, 0],
    ],
    originMm: [8, -7, 9],
  });
});

test('what lies nowhere stands in order of its numbers', () => {
  const slices = [slice('10', null), slice('9', 4), slice('1', 0)];
  expect(order(slices)).toEqual(['1.dcm', '9.dcm', '10.dcm']);
  expect(seriesOfSlices('study', slices, 'MRI').picture.grid).toBeNull();
});

test('what is no even stack has no grid, and keeps its order', () => {
  const gap = [slice('a', 0), slice('b', 4), slice('c', 20)];
  const twice = [slice('a', 0), slice('b', 0)];
  const sizes = [slice('a', 0), slice('b', 4, { columns: 31 })];
  for (const slices of [gap, twice, sizes])
    expect(seriesOfSlices('study', slices, 'MRI').picture.grid).toBeNull();
  expect(order(gap)).toEqual(['c.dcm', 'b.dcm', 'a.dcm']);
});

test('one slice is a grid of one', () => {
  expect(seriesOfSlices('', [slice('a', 5)], 'MRI').picture.grid).toMatchObject({
    size: [30, 20, 1],
    originMm: [5, -7, 9],
  });
});
