import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../../config/product-folder.ts';
import { referenceLibrary } from './reference-library.ts';

const library = referenceLibrary();

test('finds chapters and definitions in both languages', () => {
  const first = (query: string) => library.search(query, 1)[0]?.passage;
  expect(first('where does the conus medullaris end')?.text).toContain('L1/2');
  expect(first('C5神经麻痹 三角肌')?.text).toContain('三角肌');
  expect(first('Schmorl node')?.id).toBe('findings:intravertebral-herniation');
  expect(first('椎间盘膨隆')?.id).toBe('findings:disc-bulge');
});

test('an id leads to the line in which the passage begins', () => {
  const [hit] = library.searchChapters('Meyerding grade slip percent', 'en', 1);
  const [file, line] = hit!.passage.id.split(':');
  const lines = readFileSync(path.join(productFolder, 'sample', `${file}.md`), 'utf8').split('\n');
  expect(hit!.passage.text).toContain(lines[Number(line) - 1]!.slice(2, 30).replaceAll('*', ''));
});

test('chapters of one language alone, on request', () => {
  for (const [language, pattern] of [
    ['en', /[a-z]{4}/],
    ['zh', /\p{Script=Han}{4}/u],
  ] as const) {
    const hits = library.searchChapters('MRI 脊髓 cord L4/5 C5/6', language, 5);
    expect(hits.length).toBeGreaterThan(0);
    for (const { passage } of hits) expect(passage.text).toMatch(pattern);
  }
  const [english] = library.searchChapters('MRI', 'en', 1);
  expect(english!.passage.id).not.toContain('zh');
});

test('is read once', () => {
  expect(referenceLibrary()).toBe(library);
});
