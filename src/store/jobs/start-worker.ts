import { EventEmitter } from 'node:events';
import type { Task, WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import type { Models } from '../../contracts/models/index.ts';
import type { Store } from '../open-store.ts';
import { quiet, run } from './graphile.ts';
import { type Liveness, startLiveness } from './liveness.ts';
import { noModels } from './no-models.ts';
import { taskName } from './plan-step.ts';
import { runBatch } from './run-batch.ts';
import type { DefectLog } from './settle.ts';
import type { Stage, StageStep } from './stage.ts';

export type Worker = { stop(): Promise<void> };

const payloadSchema = z.object({ batch: z.union([z.string(), z.number()]).transform(String) });

/** Pulls jobs for the stages it knows, until it is stopped: then it finishes the inputs in
 *  hand, writes them, and hands the rest of its batches back. */
export async function startWorker(
  store: Store,
  stages: readonly Stage[],
  options: { concurrency: number; models?: Models; logDefect: DefectLog },
): Promise<Worker> {
  const { models = noModels, logDefect } = options;
  const ending = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  const { promise: liveness, resolve: signOn } = Promise.withResolvers<Liveness>();
  events.once('pool:create', ({ workerPool }) =>
    signOn(startLiveness(store.pool, workerPool.id, options.concurrency)),
  );
  const steps = stepReader(store);

  const tasks = stages.map((stage): [string, Task] => [
    taskName(stage),
    async payload => {
      const { batch } = payloadSchema.parse(payload);
      const known = await steps(batch, stage);
      if (known)
        await runBatch(store, known.step, known.number, batch, ending.signal, {
          models,
          logDefect,
        });
    },
  ]);
  const runner = await run({
    pgPool: store.pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList: Object.fromEntries(tasks),
    events,
    // Asked before every job is taken: the one place to wait until our lock is held and our name written down.
    forbiddenFlags: async () => {
      await liveness;
      return null;
    },
    ...quiet,
  });

  return {
    async stop() {
      ending.abort();
      await runner.stop();
      await (await liveness).stop();
    },
  };
}

/** Which step a batch belongs to. Settings come from the row, so that a worker does any
 *  recipe's work as long as it knows the stage. */
function stepReader(store: Store) {
  const known = new Map<number, { step: StageStep; number: number }>();
  return async (batch: string, stage: Stage) => {
    const { rows } = await store.pool.query<{ number: number; id: string; settings: unknown }>(
      'select s.number, s.id, s.settings from batches b join steps s on s.number = b.step where b.id = $1',
      [batch],
    );
    const row = rows[0];
    if (!row) return undefined;
    const found = known.get(row.number) ?? {
      number: row.number,
      step: {
        type: 'stage' as const,
        stage,
        settings: stage.settings.parse(row.settings),
        id: row.id,
      },
    };
    known.set(row.number, found);
    return found;
  };
}
