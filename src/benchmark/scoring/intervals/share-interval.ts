import { wilsonInterval } from '../../../statistics/index.ts';

/**
 * Wilson's interval of right out of answered, 0 to 100; null where nothing was answered. Asking an item
 * again makes no new item, so the interval rests on the number of distinct ones.
 */
export function shareInterval(
  right: number,
  answered: number,
  distinct = answered,
): [number, number] | null {
  const ofDistinct = answered === distinct ? right : (right * distinct) / answered;
  const result = wilsonInterval(answered === 0 ? 0 : ofDistinct, distinct);
  if (!result.defined) return null;
  const [low, high] = result.interval;
  return [100 * low, 100 * high];
}

export function percentOf(count: number, of: number): number | null {
  return of === 0 ? null : (100 * count) / of;
}
