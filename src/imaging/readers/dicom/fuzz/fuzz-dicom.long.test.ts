import { expect, test } from 'vitest';
import { fuzzDicom } from './fuzz-dicom.ts';

test('many more files that went wrong', { timeout: 600_000 }, async () => {
  const ends = await fuzzDicom(10_000);
  expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(10_000);
  expect(ends.get('picture-timed-out') ?? 0).toBeLessThanOrEqual(10);
});
