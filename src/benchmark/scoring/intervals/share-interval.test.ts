import { expect, test } from 'vitest';
import { shareInterval } from './share-interval.ts';

test('three answers an item: one more right one moves the interval', () => {
  const [low, high] = shareInterval(19, 108, 36)!;
  const [nextLow, nextHigh] = shareInterval(20, 108, 36)!;
  expect(nextLow).toBeGreaterThan(low);
  expect(nextHigh).toBeGreaterThan(high);
  // 18 of 108 is 6 of 36, whatever the number of repeats.
  expect(shareInterval(18, 108, 36)).toEqual(shareInterval(6, 36));
  expect(shareInterval(108, 108, 36)).toEqual(shareInterval(36, 36));
  expect(shareInterval(0, 0, 0)).toBeNull();
});
