import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { SpinemedError } from '../../errors/index.ts';
import {
  collected,
  defineCollector,
  defineRecipe,
  defineStage,
  made,
  type Outcome,
  readOverview,
  reject,
  runRecipe,
  type Stage,
  type StageStep,
  type Step,
  type Store,
  startWorker,
  verify,
} from '../index.ts';

const number = { name: 'number', schema: z.object({ n: z.number() }) };
const word = { name: 'word', schema: z.object({ text: z.string() }) };
const quiet = { logDefect: () => {} };

const count = defineCollector({
  name: 'count',
  version: 1,
  makes: [number],
  settings: z.object({ to: z.number() }),
  rejects: [],
  async *offers({ settings }) {
    for (let n = 0; n < settings.to; n++) {
      yield {
        key: String(n),
        source: { kind: 'test', class: 'clinical', title: 'numbers', origin: 'test' },
        collect: async () => made(number, { n }),
      };
    }
  },
});

type Each = (n: number, signal: AbortSignal) => Promise<Outcome | Outcome[]> | Outcome | Outcome[];

function spell(
  each: Each,
  more: { batch?: number; parallel?: number; version?: number } = {},
): StageStep {
  return defineStage({
    name: 'spell',
    version: 1,
    takes: number,
    makes: [word],
    settings: z.object({}),
    rejects: ['odd'],
    beforeGate: true,
    ...more,
    each: ({ data }, { signal }) => each(data.n, signal),
  })();
}

const say = (n: number) => made(word, { text: String(n) });

async function run(store: Store, steps: Step[], signal = new AbortController().signal) {
  const stages = steps.flatMap((step): Stage[] => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorker(store, stages, { concurrency: 2, ...quiet });
  try {
    return await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
      signal,
      ...quiet,
    });
  } finally {
    await worker.stop();
  }
}

async function findings(store: Store) {
  const found = [];
  for await (const finding of verify(store)) found.push(finding);
  return found;
}

test('every input is passed or rejected, and the books say so', async () => {
  await using opened = await throwawayStore();
  const [collected, spelt] = await run(opened.store, [
    count({ to: 1000 }),
    spell(n => (n % 2 ? reject('odd', { place: `number ${n}` }) : say(n)), { batch: 64 }),
  ]);
  expect(collected).toMatchObject({ in: 1000, out: 1000, rejects: 0, made: 1000, waiting: 0 });
  expect(spelt).toMatchObject({
    in: 1000,
    out: 500,
    rejects: 500,
    made: 500,
    waiting: 0,
    reasons: { odd: 500 },
  });
  expect(await findings(opened.store)).toEqual([]);
});

test('an input may give several things, and some of its parts may be rejected', async () => {
  await using opened = await throwawayStore();
  const [, spelt] = await run(opened.store, [
    count({ to: 10 }),
    spell(n => [say(n), say(n), reject('odd', { place: 'part 3' })]),
  ]);
  expect(spelt).toMatchObject({ in: 10, out: 10, rejects: 0, made: 20, partsRejected: 10 });
  expect(await findings(opened.store)).toEqual([]);
});

test('a second run does nothing, and more input does only what is new', async () => {
  await using opened = await throwawayStore();
  let calls = 0;
  const counting = spell(n => {
    calls++;
    return say(n);
  });
  await run(opened.store, [count({ to: 50 }), counting]);
  await run(opened.store, [count({ to: 50 }), counting]);
  expect(calls).toBe(50);
  // The collector's books are one, however far a call asked it to look.
  const [counted, spelt] = await run(opened.store, [
    count({ to: 50 }),
    count({ to: 60 }),
    counting,
  ]);
  expect(calls).toBe(60);
  expect(counted).toMatchObject({ stage: 'count', in: 60, out: 60 });
  expect(spelt).toMatchObject({ in: 60, out: 60 });
});

test('what was collected before is worked on by a recipe that looks for nothing', async () => {
  await using opened = await throwawayStore();
  await run(opened.store, [count({ to: 10 })]);
  const recipe = () => run(opened.store, [collected(count), spell(say)]);
  expect(await recipe()).toMatchObject([
    { stage: 'count', in: 10 },
    { stage: 'spell', in: 10, out: 10 },
  ]);
  await run(opened.store, [count({ to: 12 })]);
  expect((await recipe())[1]).toMatchObject({ in: 12, out: 12, made: 12 });
  expect(await findings(opened.store)).toEqual([]);
});

test('a new version of a stage makes everything anew and leaves the old things in place', async () => {
  await using opened = await throwawayStore();
  await run(opened.store, [count({ to: 5 }), spell(say)]);
  const [, spelt] = await run(opened.store, [count({ to: 5 }), spell(say, { version: 2 })]);
  expect(spelt).toMatchObject({ version: 2, in: 5, made: 5 });
  const { rows } = await opened.store.pool.query(
    `select count(*)::int as words from things where kind = 'word'`,
  );
  expect(rows[0].words).toBe(10);
});

test('the same input, stage and settings give the same ids in any database', async () => {
  const ids = async () => {
    await using opened = await throwawayStore();
    await run(opened.store, [count({ to: 20 }), spell(say)]);
    const { rows } = await opened.store.pool.query('select id from things order by id');
    return rows.map(row => row.id);
  };
  expect(await ids()).toEqual(await ids());
});

test('what is derived is of the class of what it was made of', async () => {
  await using opened = await throwawayStore();
  await run(opened.store, [count({ to: 3 }), spell(say)]);
  const { rows } = await opened.store.pool.query('select distinct class from things');
  expect(rows).toEqual([{ class: 'clinical' }]);
});

test('every thing leads back to its source', async () => {
  await using opened = await throwawayStore();
  await run(opened.store, [count({ to: 3 }), spell(say)]);
  const { rows } = await opened.store.pool.query(
    `select s.title from things t join provenance p on p.thing = t.id
     join provenance q on q.thing = p.input join sources s on s.id = q.input where t.kind = 'word'`,
  );
  expect(rows).toEqual([{ title: 'numbers' }, { title: 'numbers' }, { title: 'numbers' }]);
});

test('what a retry can mend is retried, and the input goes through', async () => {
  await using opened = await throwawayStore();
  const failedOnce = new Set<number>();
  const flaky = spell(
    n => {
      if (failedOnce.has(n)) return say(n);
      failedOnce.add(n);
      throw new SpinemedError({ code: 'away', mender: 'retry', message: 'away' });
    },
    { parallel: 10 },
  );
  const [, spelt] = await run(opened.store, [count({ to: 10 }), flaky]);
  expect(spelt).toMatchObject({ out: 10, rejects: 0 });
});

test('a defect rejects its input alone, and the next build tries it again', async () => {
  await using opened = await throwawayStore();
  let mended = false;
  const broken = spell(n => {
    if (n === 7 && !mended) throw new TypeError('the patient is called …');
    return say(n);
  });
  const [, first] = await run(opened.store, [count({ to: 20 }), broken]);
  expect(first).toMatchObject({ in: 20, out: 19, rejects: 1, reasons: { defect: 1 } });
  const { rows } = await opened.store.pool.query(
    'select row_to_json(r)::text as text from rejects r',
  );
  expect(rows[0].text).not.toContain('patient');
  mended = true;
  const [, second] = await run(opened.store, [count({ to: 20 }), broken]);
  expect(second).toMatchObject({ in: 20, out: 20, rejects: 0, reasons: {} });
  expect(await findings(opened.store)).toEqual([]);
});

test('a stage that rejects for a reason not on its list, or makes what it did not declare, has a defect', async () => {
  await using opened = await throwawayStore();
  const [, spelt] = await run(opened.store, [
    count({ to: 3 }),
    spell(n => (n === 0 ? reject('unheard-of') : n === 1 ? made(number, { n }) : [])),
  ]);
  expect(spelt).toMatchObject({ rejects: 3, reasons: { defect: 3 } });
});

test('what the user must mend stops the build with its error; afterwards it goes on', async () => {
  await using opened = await throwawayStore();
  let mended = false;
  const needy = spell(
    n => {
      if (n >= 30 && !mended) {
        throw new SpinemedError({
          code: 'no-key',
          mender: 'user',
          message: 'a key is missing',
          hint: 'Set it.',
        });
      }
      return say(n);
    },
    { batch: 10 },
  );
  await expect(run(opened.store, [count({ to: 100 }), needy])).rejects.toMatchObject({
    code: 'no-key',
    hint: 'Set it.',
  });
  mended = true;
  const [, spelt] = await run(opened.store, [count({ to: 100 }), needy]);
  expect(spelt).toMatchObject({ in: 100, out: 100, rejects: 0 });
  expect(await findings(opened.store)).toEqual([]);
});

test('asked to end, the work stops soon, keeps what is done and goes on later', async () => {
  await using opened = await throwawayStore();
  const ending = new AbortController();
  let calls = 0;
  const slow = spell(
    async n => {
      if (++calls === 20) ending.abort();
      await sleep(5);
      return say(n);
    },
    { batch: 50 },
  );
  await expect(run(opened.store, [count({ to: 100 }), slow], ending.signal)).rejects.toThrow();
  expect(calls).toBeLessThan(60);
  expect(await findings(opened.store)).toEqual([]);
  const before = calls;
  const [, spelt] = await run(opened.store, [count({ to: 100 }), slow]);
  expect(spelt).toMatchObject({ in: 100, out: 100 });
  expect(calls - before).toBeLessThan(100);
  expect(calls).toBe(100);
});

test('a worker that was given up for dead cannot write over the one that took its batch', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  let thief = true;
  const robbed = spell(async n => {
    if (thief) {
      thief = false;
      await store.pool.query(`update batches set lease = gen_random_uuid()`);
    }
    return say(n);
  });
  const done = run(store, [count({ to: 10 }), robbed]);
  await sleep(1000);
  expect((await store.pool.query('select from ledger where made > 0 and step = 2')).rowCount).toBe(
    0,
  );
  // The thief dies; a later build gives the batch its job back.
  const again = await run(store, [count({ to: 10 }), robbed]);
  expect(again[1]).toMatchObject({ in: 10, out: 10, made: 10 });
  await done;
  expect(await findings(store)).toEqual([]);
});

test('two builds of the same recipe at once share the work', async () => {
  await using opened = await throwawayStore();
  let calls = 0;
  const counting = spell(
    async n => {
      calls++;
      await sleep(1);
      return say(n);
    },
    { batch: 20 },
  );
  const [one, two] = await Promise.all([
    run(opened.store, [count({ to: 300 }), counting]),
    run(opened.store, [count({ to: 300 }), counting]),
  ]);
  expect(calls).toBe(300);
  expect(one[1]).toMatchObject({ in: 300, out: 300, made: 300 });
  expect(two[1]).toMatchObject({ in: 300, out: 300, made: 300 });
  expect(await findings(opened.store)).toEqual([]);
});

test('a step takes the latest form of a kind', async () => {
  await using opened = await throwawayStore();
  const double = defineStage({
    name: 'double',
    version: 1,
    takes: number,
    makes: [number],
    settings: z.object({}),
    rejects: [],
    beforeGate: true,
    each: ({ data }) => made(number, { n: data.n * 2 }),
  });
  const [, , spelt] = await run(opened.store, [count({ to: 10 }), double(), spell(say)]);
  expect(spelt).toMatchObject({ in: 10 });
  const { rows } = await opened.store.pool.query(
    `select array_agg((data->>'text')::int order by (data->>'text')::int) as said from things where kind = 'word'`,
  );
  expect(rows[0].said).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
});

describe('a collector', () => {
  let broken: number[] = [];
  const fetch = defineCollector({
    name: 'fetch',
    version: 1,
    makes: [number],
    settings: z.object({ of: z.array(z.number()), refuse: z.boolean().optional() }),
    rejects: ['odd'],
    async *offers({ settings }) {
      if (settings.refuse)
        throw new SpinemedError({ code: 'not-there', mender: 'user', message: 'not there' });
      for (const n of settings.of) {
        yield {
          key: String(n),
          source: { kind: 'test', class: 'licensed', title: 'numbers', origin: `number ${n}` },
          place: `number ${n}`,
          async collect() {
            if (broken.includes(n)) throw new TypeError('broken');
            return n % 2 ? reject('odd', { place: `number ${n}` }) : made(number, { n });
          },
        };
      }
    },
  });

  it('keeps what failed in the books until that is offered again, and says where it was', async () => {
    await using opened = await throwawayStore();
    const { store } = opened;
    const rejects = async () =>
      (await store.pool.query('select reason, place from rejects order by id')).rows;
    broken = [2];
    await run(store, [fetch({ of: [0, 2] })]);
    const failed = [{ reason: 'defect', place: 'number 2' }];
    expect(await rejects()).toEqual(failed);
    broken = [];
    const [other] = await run(store, [fetch({ of: [4] })]);
    expect(other).toMatchObject({ in: 3, out: 2, rejects: 1 });
    expect(await rejects()).toEqual(failed);
    const [again] = await run(store, [fetch({ of: [2] })]);
    expect(again).toMatchObject({ in: 3, out: 3, rejects: 0, reasons: {} });
    expect(await findings(store)).toEqual([]);
  });

  it('has for its sources what something was taken from', async () => {
    await using opened = await throwawayStore();
    await run(opened.store, [fetch({ of: [0, 1, 2, 3] })]);
    expect((await readOverview(opened.store)).sources).toMatchObject({ licensed: 2 });
    expect(await findings(opened.store)).toEqual([]);
  });

  it('waits for another that looks for the same, and can be stopped meanwhile', async () => {
    await using opened = await throwawayStore();
    const { store } = opened;
    await run(store, [fetch({ of: [0] })]);
    const other = await store.pool.connect();
    await other.query('select pg_advisory_lock(7103, number) from steps');
    const ending = new AbortController();
    const stopped = run(store, [fetch({ of: [2] })], ending.signal);
    ending.abort();
    await expect(stopped).rejects.toThrow(/abort/i);
    const waiting = run(store, [fetch({ of: [2] })]);
    await sleep(300);
    expect((await readOverview(store)).sources.licensed).toBe(1);
    other.release(true);
    expect(await waiting).toMatchObject([{ in: 2, out: 2 }]);
  });

  it('that is refused at once leaves the last build in sight; a build that is refused is told of', async () => {
    await using opened = await throwawayStore();
    const { store } = opened;
    await run(store, [fetch({ of: [0] })]);
    const before = await readOverview(store);
    const recipe = defineRecipe({
      name: 'refused',
      about: '',
      steps: [fetch({ of: [], refuse: true })],
    });
    const refuse = (withdrawIfRefused: boolean) =>
      runRecipe(store, recipe, {
        signal: new AbortController().signal,
        ...quiet,
        withdrawIfRefused,
      });
    await expect(refuse(true)).rejects.toMatchObject({ code: 'not-there' });
    expect(await readOverview(store)).toEqual(before);
    await expect(refuse(false)).rejects.toMatchObject({ code: 'not-there' });
    expect((await readOverview(store)).build).toMatchObject({
      recipe: 'refused',
      state: 'stopped',
      error: 'not-there',
    });
  });
});

test('the overview shows all that was done, not the last recipe alone', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const later = defineStage({
    name: 'later',
    version: 1,
    takes: number,
    makes: [word],
    settings: z.object({}),
    rejects: [],
    each: () => say(0),
  });
  await run(store, [count({ to: 4 }), later()]);
  await run(store, [count({ to: 4 }), spell(say)]);
  const { steps } = await readOverview(store);
  expect(steps.map(({ stage, waiting }) => [stage, waiting])).toEqual([
    ['count', 0],
    ['later', 4],
    ['spell', 0],
  ]);
});

test('a recipe whose step has nothing to take is refused', () => {
  expect(() => defineRecipe({ name: 'bad', about: '', steps: [spell(say)] })).toThrow(
    /nothing before spell makes number/,
  );
});
