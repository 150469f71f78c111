import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { nameOf, SpinemedError } from '../../errors/index.ts';
import type { Store } from '../open-store.ts';
import { madeOfPatients } from './clinical-blobs.ts';
import { holdBack, mustWait } from './hold-back.ts';
import type { Thing } from './kind.ts';
import { addJobs } from './plan-step.ts';
import { type Handled, record } from './record.ts';
import { settle } from './settle.ts';
import type { StageStep } from './stage.ts';
import { transaction } from './transaction.ts';
import type { WorkerTools } from './worker-tools.ts';

/** What is finished is written at the latest after this long: a killed worker then repeats
 *  little of what takes long, and what takes no time is written a batch at a time. */
const writeEveryMs = 250;

/** Works through one batch. May be called again after a kill at any point: inputs that are
 *  in the ledger are not touched again. */
export async function runBatch(
  store: Store,
  step: StageStep,
  number: number,
  batch: string,
  signal: AbortSignal,
  { models, logDefect }: WorkerTools,
): Promise<void> {
  const lease = randomUUID();
  const inputs = await claim(store.pool, step, number, batch, lease);
  if (!inputs) return;
  const context = { settings: step.settings, blobs: store.blobs, models, signal };
  const queue = inputs[Symbol.iterator]();
  let finished: Handled[] = [];
  let lastWrite = performance.now();
  let writing: Promise<void> = Promise.resolve();

  const write = (end?: 'done' | SpinemedError) => {
    const handled = finished;
    finished = [];
    lastWrite = performance.now();
    writing = writing.then(() => commit(store.pool, step, number, batch, lease, handled, end));
    return writing;
  };

  const work = async () => {
    for (const input of queue) {
      if (signal.aborted) return;
      const outcomes = await settle(
        step,
        input.id,
        () => step.stage.each(input, context),
        signal,
        logDefect,
      );
      finished.push({ input: input.id, parents: [input.id], class: input.class, outcomes });
      if (performance.now() - lastWrite > writeEveryMs) await write();
    }
  };

  try {
    const lanes = await Promise.allSettled(Array.from({ length: step.stage.parallel ?? 1 }, work));
    const failure = lanes.find(lane => lane.status === 'rejected')?.reason;
    if (signal.aborted) {
      await write();
      await handBack(store.pool, step, batch, lease);
    } else if (failure instanceof SpinemedError && failure.mender === 'user') await write(failure);
    else if (failure) throw failure;
    else await write('done');
  } catch (error) {
    if (error !== leaseLost) throw error;
  }
}

/** Makes the batch ours and gives what is left of it to work on; nothing if it is done. */
async function claim(
  pool: pg.Pool,
  step: StageStep,
  number: number,
  batch: string,
  lease: string,
): Promise<Thing[] | undefined> {
  const claimed = await pool.query<{ inputs: string[] }>(
    `update batches set state = 'running', lease = $2 where id = $1 and state in ('waiting', 'running') returning inputs`,
    [batch, lease],
  );
  const inputs = claimed.rows[0]?.inputs;
  if (!inputs) return undefined;
  // Two look-ups by key: as one join the planner may read whole tables, whose size it knows late.
  const done = await pool.query<{ input: string }>(
    'select input from ledger where step = $1 and input = any($2::uuid[])',
    [number, inputs],
  );
  const found = await pool.query<Thing>(
    'select id, kind, class, data, blobs from things where id = any($1::uuid[])',
    [inputs],
  );
  const left = new Map(found.rows.map(thing => [thing.id, thing]));
  for (const { input } of done.rows) left.delete(input);
  const open = inputs.flatMap(id => left.get(id) ?? []);
  const milder = open.filter(thing => thing.class !== 'clinical').map(thing => thing.id);
  const patients = await madeOfPatients(pool, milder);
  const held = open.filter(thing => mustWait(step.stage, thing, patients));
  if (held.length === 0) return open;
  const ids = held.map(thing => thing.id);
  if (!(await holdBack(pool, number, batch, lease, ids))) return undefined;
  return open.filter(thing => !held.includes(thing));
}

const leaseLost = new Error('another worker has this batch now');

async function commit(
  pool: pg.Pool,
  step: StageStep,
  number: number,
  batch: string,
  lease: string,
  handled: Handled[],
  end: 'done' | SpinemedError | undefined,
): Promise<void> {
  if (handled.length === 0 && !end) return;
  await transaction(pool, async client => {
    // The fence: whoever took the batch over after we were given up for dead has another lease.
    const { rowCount } = await client.query(
      'select from batches where id = $1 and lease = $2 for update',
      [batch, lease],
    );
    if (!rowCount) throw leaseLost;
    if (handled.length > 0) await record(client, step, number, handled);
    if (end === 'done') {
      await client.query(
        `update batches set state = 'done', inputs = '{}', lease = null where id = $1`,
        [batch],
      );
    } else if (end) {
      const { code, message, place, hint } = end;
      await client.query(
        `update batches set state = 'stopped', lease = null, error = $2 where id = $1`,
        [batch, { code, message, place, hint }],
      );
    }
  });
}

async function handBack(
  pool: pg.Pool,
  step: StageStep,
  batch: string,
  lease: string,
): Promise<void> {
  await transaction(pool, async client => {
    const { rowCount } = await client.query(
      `update batches set state = 'waiting', lease = null where id = $1 and lease = $2`,
      [batch, lease],
    );
    if (rowCount) await addJobs(client, step, [batch]);
  });
}

/** For the log of defects: where it broke, without the message, which may quote data. */
export function framesOf(error: unknown): { error: string; frames: string[] } {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line));
  return { error: nameOf(error), frames: frames.slice(0, 12).map(line => line.trim()) };
}
