import { expect, test } from 'vitest';
import { describePictureFile } from '../read-picture-file.ts';
import { makeFuzzFiles } from './fuzz-files.ts';
import { fuzzReaders, limits } from './fuzz-readers.ts';

test('spoilt files of every format are read or refused, within time and memory', async () => {
  const { ends, slowestMs, peakMiB } = await fuzzReaders(600);
  expect(ends.get('read')).toBeGreaterThan(60);
  // The faults reach every part of a reader.
  for (const end of ['truncated', 'unreadable', 'format-unknown'])
    expect([end, ends.has(`picture-${end}`)]).toEqual([end, true]);
  expect(ends.has('reader-crashed')).toBe(false);
  expect(ends.has('defect')).toBe(false);
  expect(slowestMs).toBeLessThan(limits.timeoutMs + 5000);
  expect(peakMiB).toBeLessThan(limits.memoryMiB);
});

test('the files that are spoilt are whole before', async () => {
  for (const { format, bytes, seal } of await makeFuzzFiles()) {
    const isListed = bytes.includes('LIST');
    for (const file of seal ? [bytes, seal(bytes)] : [bytes]) {
      const found = await describePictureFile(file).catch(error => error.code);
      if (isListed) expect(found).toBe('picture-side-file');
      else expect(found).toMatchObject({ format });
    }
  }
});
