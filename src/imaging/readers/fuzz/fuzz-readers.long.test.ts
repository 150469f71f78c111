import { expect, test } from 'vitest';
import { fuzzReaders, limits } from './fuzz-readers.ts';

test('5,000 spoilt files: no crash, no hang, no memory past the limit', {
  timeout: 240_000,
}, async () => {
  const { ends, slowestMs, peakMiB } = await fuzzReaders(5000);
  expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(5000);
  // The faults reach every part of a reader.
  for (const end of ['unsupported', 'too-large', 'side-file'])
    expect([end, ends.has(`picture-${end}`)]).toEqual([end, true]);
  expect(ends.has('reader-crashed')).toBe(false);
  expect(ends.has('defect')).toBe(false);
  expect(slowestMs).toBeLessThan(limits.timeoutMs + 5000);
  expect(peakMiB).toBeLessThan(limits.memoryMiB);
});
