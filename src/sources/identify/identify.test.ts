import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { defineRecipe, runRecipe, startWorker, verify } from '../../store/index.ts';
import { collectFolder, identify } from '../index.ts';

it('names the format and the family of every file that was collected, or rejects it', async () => {
  await using throwaway = await throwawayStore();
  const { store, folder } = throwaway;
  const files: Record<string, Uint8Array | string> = {
    'book/chapter.md': '# 腰椎\n',
    'book/figure.png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    'table.csv': 'level,grade\nL4/L5,3\n',
    'noise.bin': randomBytes(500_000),
  };
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, 'sources', name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  const steps = [collectFolder({ path: 'sources' }), identify()];
  const options = { concurrency: 2, logDefect: (error: unknown) => expect.fail(String(error)) };
  const worker = await startWorker(store, [identify().stage], options);
  const counts = await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
    signal: new AbortController().signal,
    ...options,
  }).finally(() => worker.stop());

  expect(counts[1]).toMatchObject({ in: 4, out: 3, rejects: 1, reasons: { 'unknown-format': 1 } });
  const { rows } = await store.pool.query(
    `select data ->> 'path' as path, data ->> 'format' as format, data ->> 'family' as family,
       blobs[1] = data ->> 'sha256' as linked
     from things where kind = 'identified-file' order by 1`,
  );
  expect(rows).toEqual([
    { path: 'sources/book/chapter.md', format: 'markdown', family: 'document', linked: true },
    { path: 'sources/book/figure.png', format: 'png', family: 'picture', linked: true },
    { path: 'sources/table.csv', format: 'csv', family: 'table', linked: true },
  ]);
  expect((await store.pool.query('select place from rejects')).rows).toEqual([
    { place: 'sources/noise.bin' },
  ]);
  expect(await Array.fromAsync(verify(store))).toEqual([]);
});
