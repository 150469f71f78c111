import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import {
  type DataClass,
  defineCollector,
  defineRecipe,
  defineStage,
  made,
  readMilderTwins,
  readRejects,
  reject,
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
  const stages = steps.flatMap(step => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorker(store, stages, { concurrency: 1, ...quiet });
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

test('what was made of such a book goes no further either, whatever it holds itself', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const words = defineStage({ ...shapeOf('test-words', text), takes: file })();
  const seen: string[] = [];
  const publish = defineStage({
    ...shapeOf('test-publish', file),
    takes: text,
    each: ({ data }) => {
      seen.push(data.sha256);
      return made(file, data);
    },
  })();
  await run(store, collect('books', 'licensed'), words);
  const [cases] = await run(store, collect('cases', 'clinical'));
  const [, , counts] = await run(store, collect('books', 'licensed'), words, publish);
  expect(counts).toMatchObject({ in: 2, out: 1, held: 1 });
  expect(seen).toEqual([hash('sha256', 'only of licensed')]);
  expect(await readMilderTwins(store, [cases!.step])).toHaveLength(1);
});

function shapeOf(name: string, makes: typeof text) {
  return {
    name,
    version: 1,
    makes: [makes],
    settings: z.object({}),
    rejects: [],
    each: ({ data }: { data: { sha256: string } }) => made(makes, data),
  };
}

const offering = (name: string, type: DataClass, says: 'broken' | 'empty') =>
  defineCollector({
    name,
    version: 1,
    makes: [file],
    settings: z.object({}),
    rejects: ['broken', 'empty'],
    async *offers() {
      const source = { kind: 'test', class: type, title: type, origin: type };
      const place = `${name} of Nowhere`;
      const collect = async () => reject(says, { place });
      yield { key: 'one', source, place, files: ['ab'.repeat(32)], tag: () => 'a tag', collect };
    },
  })({});

test('a patient’s file that nothing was made of is known again, and by a tag', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  await run(store, offering('cases', 'clinical', 'broken'));
  const [books] = await run(store, offering('books', 'licensed', 'empty'));
  expect(books).toMatchObject({ reasons: { 'clinical-elsewhere': 1 } });
  const { rejects } = await readRejects(store, books!.step, { limit: 9 });
  expect(rejects).toMatchObject([{ place: 'a tag' }]);
  expect(await checksThatFail(store)).toEqual([]);
});
