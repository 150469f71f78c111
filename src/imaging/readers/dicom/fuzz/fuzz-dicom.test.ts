import { expect, test } from 'vitest';
import { describePictureFile } from '../../read-picture-file.ts';
import { fuzzDicom } from './fuzz-dicom.ts';
import { makeSampleFiles } from './sample-files.ts';

test('files that went wrong are read or refused, in time and memory', {
  timeout: 180_000,
}, async () => {
  const ends = await fuzzDicom(1000);
  expect(ends.get('picture-timed-out') ?? 0).toBeLessThanOrEqual(2);
  // Neither all of them nor none: the faults reach every part.
  expect(ends.get('read')).toBeGreaterThan(100);
  for (const end of ['dicom-cut', 'dicom-pixels-unreadable', 'dicom-unreadable', 'dicom-invalid']) {
    expect([end, ends.get(end) ?? 0]).not.toEqual([end, 0]);
  }
});

test('the files themselves are read', async () => {
  for (const file of await makeSampleFiles()) {
    expect(await describePictureFile(file)).toMatchObject({ format: 'dicom' });
  }
});
