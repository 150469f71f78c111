import { expect, test } from 'vitest';
import { z } from 'zod';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import {
  type DataClass,
  defineCollector,
  defineRecipe,
  defineStage,
  made,
  runRecipe,
  type Step,
  type Store,
  startWorker,
  verify,
} from '../index.ts';

const file = { name: 'test-file', schema: z.object({ sha256: z.string() }) };
const text = { name: 'test-text', schema: z.object({ sha256: z.string() }) };
const quiet = { logDefect: () => {} };

/** A folder that somebody names twice: once as cases, once as a book. */
const collect = (name: string, type: DataClass) =>
  defineCollector({
    name,
    version: 1,
    makes: [file],
    settings: z.object({}),
    rejects: [],
    async *offers({ blobs }) {
      for (const content of ['a note of a patient', `only of ${type}`]) {
        const sha256 = await blobs.put(Buffer.from(content));
        const source = { kind: 'test', class: type, title: type, origin: type };
        const collected = async () => made(file, { sha256 }, { blobs: [sha256] });
        yield { key: sha256, source, collect: collected };
      }
    },
  })({});

const read = defineStage({
  name: 'test-read',
  version: 1,
  takes: file,
  makes: [text],
  settings: z.object({}),
  beforeGate: true,
  rejects: [],
  each: ({ data }) => made(text, data, { blobs: [data.sha256] }),
});

async function run(store: Store, ...steps: Step[]) {
  const worker = await startWorker(store, [read().stage], { concurrency: 1, ...quiet });
  const recipe = defineRecipe({ name: 'test', about: '', steps });
  const counts = await runRecipe(store, recipe, { signal: new AbortController().signal, ...quiet });
  await worker.stop();
  return counts;
}

async function checksThatFail(store: Store): Promise<string[]> {
  const failed = [];
  for await (const { check, message } of verify(store)) failed.push(`${check}: ${message}`);
  return failed;
}

test('a patient’s file that is found again as something milder is taken in by nobody', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  await run(store, collect('cases', 'clinical'), read());
  const [books] = await run(store, collect('books', 'licensed'), read());
  expect(books).toMatchObject({ in: 2, out: 1, rejects: 1, reasons: { 'clinical-elsewhere': 1 } });
  const { rows } = await store.pool.query(`select class, count(*)::int from things group by class`);
  expect(Object.fromEntries(rows.map(row => [row.class, row.count]))).toEqual({
    clinical: 4,
    licensed: 2,
  });
  expect(await checksThatFail(store)).toEqual([]);
});

test('found as a book first, it goes no further once it is known as a patient’s, and verify says so', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  await run(store, collect('books', 'licensed'));
  await run(store, collect('cases', 'clinical'));
  const [, , counts] = await run(
    store,
    collect('books', 'licensed'),
    collect('cases', 'clinical'),
    read(),
  );
  // Before the gate the cases are read; the book that holds a patient's note is held back.
  expect(counts).toMatchObject({ in: 4, out: 3, waiting: 1, held: 1 });
  const found = await checksThatFail(store);
  expect(found).toEqual(['class: a patient’s file stands in the books as something milder too']);
});
