import { expect, test } from 'vitest';
import { z } from 'zod';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import {
  type DataClass,
  defineCollector,
  defineRecipe,
  defineStage,
  made,
  readOverview,
  runRecipe,
  type Step,
  type Store,
  startWorker,
  verify,
} from '../index.ts';

const note = { name: 'test-note', schema: z.object({ text: z.string() }) };
const summary = { name: 'test-summary', schema: z.object({ text: z.string() }) };
const quiet = { logDefect: () => {} };

/** Three of ten are of patients. */
const collect = defineCollector({
  name: 'test-notes',
  version: 1,
  makes: [note],
  settings: z.object({}),
  rejects: [],
  async *offers() {
    for (let n = 0; n < 10; n++) {
      const type: DataClass = n % 4 === 1 ? 'clinical' : n % 2 === 0 ? 'public' : 'licensed';
      const source = { kind: 'test', class: type, title: type, origin: type };
      yield { key: String(n), source, collect: async () => made(note, { text: `${type} ${n}` }) };
    }
  },
})({});

let seen: string[] = [];
type Shape = { name: string; takes: typeof note; makes: typeof note; beforeGate?: true };
const stage = (shape: Shape) =>
  defineStage({
    version: 1,
    settings: z.object({}),
    rejects: [],
    batch: 4,
    ...shape,
    makes: [shape.makes],
    each({ data }) {
      seen.push(`${shape.name}: ${data.text}`);
      return made(shape.makes, data);
    },
  })();

const copy = stage({ name: 'copy', takes: note, makes: note, beforeGate: true });
const wash = stage({ name: 'wash', takes: note, makes: summary, beforeGate: true });
const draft = stage({ name: 'draft', takes: note, makes: summary });
const publish = stage({ name: 'publish', takes: summary, makes: summary });

async function run(store: Store, steps: Step[]) {
  seen = [];
  const stages = steps.flatMap(step => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorker(store, stages, { concurrency: 2, ...quiet });
  try {
    const recipe = defineRecipe({ name: 'attack', about: '', steps });
    return await runRecipe(store, recipe, { signal: new AbortController().signal, ...quiet });
  } finally {
    await worker.stop();
  }
}

const beyondGate = () => seen.filter(line => !/^(copy|wash)/.test(line) && /clinical/.test(line));
const findings = (store: Store) => Array.fromAsync(verify(store));

const attacks: Array<[how: string, steps: Step[], held: number]> = [
  ['straight from the collector', [collect, draft], 3],
  ['behind one that may see it', [collect, copy, draft], 3],
  ['as another kind', [collect, wash, publish], 3],
  ['a second time as another kind', [collect, copy, wash, publish], 3],
];

test.each(attacks)('no stage sees a patient before the gate: %s', async (_how, steps, held) => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const first = await run(store, steps);
  expect(beyondGate()).toEqual([]);
  expect(seen).not.toEqual([]);
  expect(first.at(-1)).toMatchObject({ in: 10, out: 7, rejects: 0, waiting: held, held });
  expect(await findings(store)).toEqual([]);
  // Built again, nothing is tried again and nothing counted twice.
  expect(await run(store, steps)).toEqual(first);
  expect(seen).toEqual([]);
  const overview = await readOverview(store);
  expect(overview.build?.state).toBe('done');
  expect(overview.jobs).toEqual({ waiting: 0, running: 0, stopped: 0 });
  expect(overview.steps.at(-1)).toMatchObject({ waiting: held, held });
});

test('a job made by hand for what is held back does nothing', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  await run(store, [collect, draft]);
  await store.pool.query(
    `select graphile_worker.add_job('draft@1', json_build_object('batch', id))
     from batches where state = 'held'`,
  );
  // Not even when its batch is said to wait like any other: it is held back once more.
  await store.pool.query(`update batches set state = 'waiting' where state = 'held'`);
  await store.pool.query('update stage_counts set held = 0');
  const [, counts] = await run(store, [collect, draft]);
  expect(beyondGate()).toEqual([]);
  expect(counts).toMatchObject({ in: 10, out: 7, waiting: 3, held: 3 });
  expect(await findings(store)).toEqual([]);
});

test('whoever works on what is held back is found out', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  await run(store, [collect, draft]);
  await store.pool.query(
    `insert into ledger select step, inputs[1], 0, 1 from batches where state = 'held' limit 1`,
  );
  const checks = (await findings(store)).map(finding => finding.check);
  expect(checks).toContain('gate');
});
