import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWindow } from './window.ts';

const events = fc
  .array(
    fc.record({ gapMs: fc.integer({ min: 0, max: 700 }), amount: fc.integer({ min: 1, max: 9 }) }),
  )
  .map(steps => {
    let atMs = 0;
    return steps.map(({ gapMs, amount }) => {
      atMs += gapMs;
      return { atMs, amount };
    });
  });

test('the sum is that of the last second, whatever came before', () => {
  fc.assert(
    fc.property(events, all => {
      const window = createWindow(1000);
      for (const [index, { atMs, amount }] of all.entries()) {
        const counted = all.slice(0, index + 1).filter(one => one.atMs > atMs - 1000);
        const sum = counted.reduce((total, one) => total + one.amount, 0);
        expect(window.add(atMs, amount)).toBe(sum);
      }
    }),
  );
});

test('says when the sum will have fallen far enough, and not earlier', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 20 }), (all, limit) => {
      const window = createWindow(1000);
      for (const { atMs, amount } of all) window.add(atMs, amount);
      const now = all.at(-1)?.atMs ?? 0;
      const sumAt = (atMs: number) =>
        all.filter(one => one.atMs > atMs - 1000).reduce((total, one) => total + one.amount, 0);
      const waitMs = window.untilAtMostMs(now, limit);
      expect(sumAt(now + waitMs)).toBeLessThanOrEqual(limit);
      if (waitMs > 0) expect(sumAt(now + waitMs - 1)).toBeGreaterThan(limit);
    }),
  );
});

test('holds on to nothing that has left', () => {
  const window = createWindow(1000);
  for (let atMs = 0; atMs < 100_000; atMs++)
    expect(window.add(atMs, 1)).toBe(Math.min(atMs + 1, 1000));
});
