import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { watchChildren } from '../decoding/testing/watch-children.ts';
import { describePictureFile, type ReadFileOptions, readPictureFile } from './read-picture-file.ts';
import { makeNifti } from './testing/make-nifti.ts';

const children = watchChildren();
const [small] = makeNifti() as [Buffer];
/** 400 MB of zeros in half a megabyte. */
const zeros = gzipSync(
  Buffer.concat([
    makeNifti({ dims: [1000, 1000, 400], datatype: 2, values: new Uint8Array(0) })[0]!,
    Buffer.alloc(400_000_000),
  ]),
  { level: 1 },
);

const codeOf = (bytes: Uint8Array, options?: ReadFileOptions) =>
  describePictureFile(bytes, options).then(
    () => 'read',
    error => `${error.code} ${error.mender}`,
  );

test('a file is told by its bytes and read by a process that may not reach out', async () => {
  const picture = await readPictureFile(small);
  expect(picture).toMatchObject({ format: 'nifti', size: [4, 3, 2] });
  expect(picture.values).toEqual(Int16Array.from({ length: 24 }, (_, at) => at * 100 - 700));
  const flags = children.at(-1)!.spawnargs;
  expect(flags).toContain('--permission');
  expect(flags.filter(flag => /^--allow-(net|fs-write|child|worker)/.test(flag))).toEqual([]);
});

test('one process serves files one after the other', async () => {
  await codeOf(small);
  const before = children.length;
  for (let nth = 0; nth < 5; nth++) expect(await codeOf(small)).toBe('read');
  expect(await codeOf(Buffer.from('words'))).toBe('picture-format-unknown user');
  expect(children.length).toBe(before);
});

test('what takes too long or too much ends its process alone', async () => {
  expect(await codeOf(zeros, { timeoutMs: 30 })).toBe('picture-timed-out user');
  expect(await codeOf(zeros, { memoryMiB: 200 })).toBe('picture-over-memory user');
  expect(await codeOf(zeros, { maxBytes: 2 ** 20 })).toBe('picture-too-large user');
  expect(await codeOf(small)).toBe('read');
});

test('a process that is killed fails its file alone', async () => {
  const asked = codeOf(zeros);
  await new Promise(resolve => setTimeout(resolve, 5));
  for (const child of children) child.kill('SIGKILL');
  expect(await asked).toBe('reader-crashed retry');
  expect(await codeOf(small)).toBe('read');
});

test('the values of a pair are read by the name of either part', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-either-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [header, values] = makeNifti({ isPair: true }) as [Buffer, Buffer];
  writeFileSync(path.join(folder, 'a.hdr'), header);
  writeFileSync(path.join(folder, 'a.img'), values);
  const by = (name: string) => readPictureFile(path.join(folder, name));
  expect(await by('a.img')).toEqual(await by('a.hdr'));
  await expect(by('gone.nii')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(by('')).rejects.toMatchObject({ code: 'file-unreadable' });
});
