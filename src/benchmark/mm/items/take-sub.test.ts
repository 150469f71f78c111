import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotas } from './take-sub.ts';

test('quotas add up, hold no more than there is, and keep the ratio', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sizes, part) => {
        const all = sizes.reduce((sum, size) => sum + size, 0);
        const count = Math.round(all * part);
        const given = quotas(sizes, count);
        expect(given.reduce((sum, each) => sum + each, 0)).toBe(count);
        for (const [at, quota] of given.entries()) {
          expect(quota).toBeLessThanOrEqual(sizes[at]!);
          expect(quota).toBeGreaterThanOrEqual(count >= sizes.length ? 1 : 0);
        }
      },
    ),
  );
  expect(quotas([50, 30, 20], 10)).toEqual([5, 3, 2]);
  // The smallest is there as well, at the cost of the largest.
  expect(quotas([990, 8, 2], 10)).toEqual([8, 1, 1]);
});
