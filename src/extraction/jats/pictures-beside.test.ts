import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picturesBeside } from './pictures-beside.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spinemed-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('takes what the article names, and nothing else', () => {
  for (const name of ['a g1.jpg', 'a_g1.JPG', 'g2.tif', 'g2.jpg', 'other.jpg'])
    writeFileSync(path.join(folder, name), name);
  mkdirSync(path.join(folder, 'g3.jpg'));
  symlinkSync('/etc/hostname', path.join(folder, 'g4.jpg'));
  const { pictureOf, found } = picturesBeside(folder);
  const sha256 = hash('sha256', 'g2.jpg');
  expect(pictureOf('g2')).toEqual({ file: 'figures/g2.jpg', sha256 });
  expect(pictureOf('x/g2.jpg')).toEqual({ file: 'figures/g2.jpg', sha256 });
  expect(pictureOf('a g1')?.file).toBe('figures/a_g1.jpg');
  expect(pictureOf('a_g1')?.file).toBe('figures/a_g1-2.jpg');
  expect(['g3', 'g4', '../other', 'missing'].map(href => pictureOf(href)?.file)).toEqual([
    undefined,
    undefined,
    'figures/other.jpg',
    undefined,
  ]);
  expect(found.get('figures/g2.jpg')).toEqual({ from: path.join(folder, 'g2.jpg'), sha256 });
  expect([...found.keys()]).toHaveLength(4);
});
