import { expect, test } from 'vitest';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { startWorker } from '../index.ts';
import { readOverview } from './overview.ts';

test('a worker that was killed is not at work, nor is what it had in hand', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  await store.pool.query(`insert into workers (id, host, pid, slots) values ('dead', 'h', 1, 2)`);
  await store.pool.query(
    `insert into steps (id, stage, version, settings, makes) values (gen_random_uuid(), 's', 1, '{}', '{}')`,
  );
  await store.pool.query(
    `insert into batches (step, inputs, state)
     select number, '{}', unnest(array['running', 'waiting']) from steps`,
  );
  const { workers, jobs } = await readOverview(store);
  expect(workers).toEqual([]);
  expect(jobs).toEqual({ waiting: 2, running: 0, stopped: 0 });

  const worker = await startWorker(store, [], { concurrency: 3, logDefect() {} });
  try {
    // Whoever comes next finds the dead one, and has its lock in hand while it clears it away.
    await expect
      .poll(async () => (await readOverview(store)).workers, { timeout: 20_000 })
      .toMatchObject([{ pid: process.pid, slots: 3 }]);
    expect((await readOverview(store)).jobs).toEqual({ waiting: 1, running: 1, stopped: 0 });
  } finally {
    await worker.stop();
  }
});
