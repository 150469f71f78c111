import { expect, test } from 'vitest';
import { comparePageNames } from './compare-page-names.ts';

test.each([
  [
    ['page-10.png', 'page-2.png', 'page-1.png'],
    ['page-1.png', 'page-2.png', 'page-10.png'],
  ],
  [
    ['10.jpg', '9.tif', '011.png'],
    ['9.tif', '10.jpg', '011.png'],
  ],
  [
    ['第10页.png', '第２页.png', '第1页.png'],
    ['第1页.png', '第２页.png', '第10页.png'],
  ],
  [
    ['b2-p1', 'b1-p10', 'b1-p9'],
    ['b1-p9', 'b1-p10', 'b2-p1'],
  ],
  [
    ['1.png', '01.png'],
    ['01.png', '1.png'],
  ],
])('%j', (names, ordered) => {
  expect(names.toSorted(comparePageNames)).toEqual(ordered);
  expect(names.toReversed().toSorted(comparePageNames)).toEqual(ordered);
});
