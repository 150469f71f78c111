import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

test('makes a path, and again; a link that leads nowhere is an error', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'spinemed-folder-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const deep = path.join(root, 'a/b/c');
  makeFolder(deep);
  makeFolder(deep);
  expect(existsSync(deep)).toBe(true);
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'link'));
  expect(() => makeFolder(path.join(root, 'link'))).toThrow('EEXIST');
});

test.runIf(process.platform === 'linux')('comes back where the kernel allows no folder', () => {
  expect(() => makeFolder('/proc/nowhere/deep')).toThrow(/lets nobody make|EACCES|EPERM/);
});
