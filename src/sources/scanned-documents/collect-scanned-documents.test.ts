import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { defineRecipe, runRecipe, verify } from '../../store/index.ts';
import { collectScannedDocuments } from '../index.ts';

let throwaway: Throwaway;
beforeEach(async () => {
  throwaway = await throwawayStore();
});
afterEach(() => throwaway[Symbol.asyncDispose]());

const at = (name: string) => path.join(throwaway.folder, 'sources', name);

function write(name: string, content: string | Uint8Array = `\x89PNG\r\n\x1a\n${name}`): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  const encoding = name.endsWith('.yaml') ? 'utf8' : 'latin1';
  writeFileSync(at(name), typeof content === 'string' ? Buffer.from(content, encoding) : content);
}

async function collect(folder = 'sources') {
  const { store } = throwaway;
  const steps = [collectScannedDocuments({ path: folder })];
  const defects: unknown[] = [];
  const [counts] = await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
    signal: new AbortController().signal,
    logDefect: error => defects.push(error),
  });
  expect(defects).toEqual([]);
  expect(await Array.fromAsync(verify(store))).toEqual([]);
  const { rows } = await store.pool.query('select data, class from things order by seq');
  return {
    counts: counts!,
    classes: rows.map(row => row.class),
    documents: rows.map(({ data }) => ({
      path: data.path,
      title: data.title,
      pages: data.pages.map((page: { path: string }) => path.basename(page.path)),
    })),
  };
}

test('pictures are pages in the order of their numbers, a document a folder, where it is said', async () => {
  write('book/source.yaml', 'title: Old book\npages: scanned\n');
  for (const name of ['10.png', '9.png', '11.tif', 'notes.txt', 'empty.png', 'no-picture.png'])
    write(`book/${name}`, name === '11.tif' ? 'II*\0' : name.endsWith('.txt') ? 'x' : undefined);
  write('book/empty.png', '');
  write('book/no-picture.png', 'text');
  symlinkSync(at('book/9.png'), at('book/12.png'));
  write('book/part 2/1.jpg', '\xff\xd8\xff');
  write('figures/1.png');
  const { documents, counts } = await collect();
  expect(documents).toEqual([
    { path: 'sources/book', title: 'Old book', pages: ['9.png', '10.png', '11.tif'] },
    { path: 'sources/book/part 2', title: 'Old book', pages: ['1.jpg'] },
  ]);
  expect(counts).toMatchObject({ in: 2, out: 2, partsRejected: 0 });
});

test('a folder is collected once from wherever, and anew when a page has changed', async () => {
  write('book/source.yaml', 'pages: scanned');
  write('book/1.png');
  const first = await collect();
  expect(await collect('sources/book')).toEqual(first);
  write('book/1.png', '\x89PNG\r\n\x1a\nmended');
  expect((await collect()).counts).toMatchObject({ in: 2, out: 2 });
});

test('clinical pages show no names', async () => {
  write('王小明/source.yaml', 'class: clinical\npages: scanned\ntitle: 王小明');
  write('王小明/王小明 1.png');
  const { documents, classes } = await collect();
  expect(classes).toEqual(['clinical']);
  expect(documents).toMatchObject([
    { path: expect.stringMatching(/^folder-\w{16}$/), title: null },
  ]);
  expect(JSON.stringify(documents)).not.toMatch(/王/);
});
