// Claim: at least 15,000 items a second through a no-op stage of the whole frame (provenance,
// rejects and counts included), at the same cost an item for 100,000 as for 1,000.
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import {
  defineCollector,
  defineRecipe,
  defineStage,
  made,
  reject,
  runRecipe,
  startWorker,
} from '../src/store/index.ts';
import { throwawayStore } from '../tests/throwaway-store.ts';

const number = { name: 'number', schema: z.object({ n: z.number() }) };
const source = { kind: 'bench', class: 'public' as const, title: 'numbers', origin: 'bench' };

/** All numbers in one offer, so that the stage is what is measured and not the collector. */
const count = defineCollector({
  name: 'count',
  version: 1,
  makes: [number],
  settings: z.object({ to: z.number() }),
  rejects: [],
  async *offers({ settings }) {
    yield {
      key: 'all',
      source,
      collect: async () => Array.from({ length: settings.to }, (_, n) => made(number, { n })),
    };
  },
});

const pass = defineStage({
  name: 'pass',
  version: 1,
  takes: number,
  makes: [number],
  settings: z.object({ run: z.number() }),
  rejects: ['hundredth'],
  each: ({ data }) => (data.n % 100 === 99 ? reject('hundredth') : made(number, data)),
});

async function measure(items: number, run: number): Promise<number> {
  await using opened = await throwawayStore();
  const { store } = opened;
  const signal = new AbortController().signal;
  const logDefect = (error: unknown) => {
    throw error;
  };
  const steps = [count({ to: items }), pass({ run })] as const;
  await runRecipe(store, defineRecipe({ name: 'bench', about: '', steps: [steps[0]] }), {
    signal,
    logDefect,
  });
  await store.pool.query('analyze');
  await store.pool.query('checkpoint');
  const worker = await startWorker(store, [steps[1].stage], { concurrency: 2, logDefect });
  const start = performance.now();
  const [, counts] = await runRecipe(store, defineRecipe({ name: 'bench', about: '', steps }), {
    signal,
    logDefect,
  });
  const seconds = (performance.now() - start) / 1000;
  await worker.stop();
  if (counts?.in !== items || counts.out + counts.rejects !== items)
    throw new Error('the books do not add up');
  return seconds;
}

const runs = 3;
const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
say(`no-op stage through the whole frame, ${availableParallelism()} cores, median of ${runs}`);
const perItem: Record<number, number> = {};
for (const items of [1_000, 10_000, 100_000]) {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) seconds.push(await measure(items, run));
  const typical = median(seconds);
  perItem[items] = typical / items;
  say(
    `${String(items).padStart(8)} items  ${typical.toFixed(2)} s  ${Math.round(items / typical)} items/s  ${((typical / items) * 1e6).toFixed(1)} µs an item`,
  );
}
say(
  `cost an item, 100,000 against 1,000: ${(perItem[100_000]! / perItem[1_000]!).toFixed(2)}x (at most 1.2x)`,
);
