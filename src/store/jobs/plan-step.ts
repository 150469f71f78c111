import type pg from 'pg';
import type { WorkspaceFile } from '../../config/index.ts';
import { failureReasons } from '../../contracts/models/index.ts';
import { idOf } from '../../identity/index.ts';
import { forgetFailures } from './forget-failures.ts';
import { frameReasons } from './settle.ts';
import type { StageStep } from './stage.ts';
import { lockOutput, lockPlan, transaction } from './transaction.ts';

const usualBatch = 500;
/** Inputs planned in one transaction. */
const stride = 100_000;

export function taskName(stage: { name: string; version: number }): string {
  return `${stage.name}@${stage.version}`;
}

/** Makes the batches and jobs for all inputs that the step has not been given yet, and sees
 *  to it that every open batch has a job. Costs in proportion to what is new. */
export async function planStep(
  pool: pg.Pool,
  step: StageStep,
  number: number,
  feeders: readonly number[],
  settings: WorkspaceFile,
): Promise<void> {
  await transaction(pool, async client => {
    await lockPlan(client, number);
    const others = await hasOtherModels(client, number, settings);
    await planAgain(
      client,
      step,
      number,
      others ? [...frameReasons, ...failureReasons] : frameReasons,
    );
    await wakeOpenBatches(client, step, number);
  });
  for (const feeder of feeders) {
    while (await planNext(pool, step, number, feeder)) {}
  }
}

/** Gives the step the next stretch of a feeder's output. False when there was none left. */
async function planNext(
  pool: pg.Pool,
  step: StageStep,
  number: number,
  feeder: number,
): Promise<boolean> {
  return transaction(pool, async client => {
    await lockPlan(client, number);
    await lockOutput(client, feeder, 'read-all');
    const kind = step.stage.takes.name;
    await client.query(
      'insert into feeds (step, from_step, kind) values ($1, $2, $3) on conflict do nothing',
      [number, feeder, kind],
    );
    const { rows } = await client.query<{ id: string; size: number; last: string }>(
      `with fresh as (
         select id, seq, (row_number() over (order by seq) - 1) / $5 as part
         from things
         where step = $2 and kind = $3
           and seq > (select cursor_seq from feeds where step = $1 and from_step = $2 and kind = $3)
         order by seq limit $4),
       planned as (
         insert into batches (step, inputs, state)
         select $1, array_agg(id order by seq), 'waiting' from fresh group by part order by part
         returning id, cardinality(inputs) as size)
       select id, size, (select max(seq) from fresh) as last from planned`,
      [number, feeder, kind, stride, step.stage.batch ?? usualBatch],
    );
    if (rows.length === 0) return false;
    await client.query(
      'update feeds set cursor_seq = $4 where step = $1 and from_step = $2 and kind = $3',
      [number, feeder, kind, rows[0]!.last],
    );
    const given = rows.reduce((sum, row) => sum + row.size, 0);
    await client.query('update stage_counts set given = given + $2 where step = $1', [
      number,
      given,
    ]);
    await addJobs(
      client,
      step,
      rows.map(row => row.id),
    );
    return true;
  });
}

/** Whether models, roles or egress policy are others than when the step was last planned: what
 *  one model failed at, or was not given, another may do. */
async function hasOtherModels(
  client: pg.PoolClient,
  number: number,
  { models, roles, egress }: WorkspaceFile,
): Promise<boolean> {
  const { rows } = await client.query<{ others: boolean }>(
    `update stage_counts c set models = $2 from stage_counts was
     where c.step = $1 and was.step = c.step returning was.models <> $2 as others`,
    [number, idOf(models, roles, egress)],
  );
  return rows[0]?.others ?? false;
}

/** What failed before for a reason that may have passed is tried once more. */
async function planAgain(
  client: pg.PoolClient,
  step: StageStep,
  number: number,
  reasons: readonly string[],
): Promise<void> {
  const inputs = await forgetFailures(client, number, reasons);
  const size = step.stage.batch ?? usualBatch;
  for (let start = 0; start < inputs.length; start += size) {
    await client.query(`insert into batches (step, inputs, state) values ($1, $2, 'waiting')`, [
      number,
      inputs.slice(start, start + size),
    ]);
  }
}

/** Batches that stopped for the user to mend something, or whose job was lost, start again. */
async function wakeOpenBatches(
  client: pg.PoolClient,
  step: StageStep,
  number: number,
): Promise<void> {
  await client.query(
    `update batches set state = 'waiting', error = null where step = $1 and state = 'stopped'`,
    [number],
  );
  const { rows } = await client.query<{ id: string }>(
    `select id from batches b where step = $1 and state not in ('done', 'held')
       and not exists (select from graphile_worker.jobs j where j.key = 'batch:' || b.id)`,
    [number],
  );
  await addJobs(
    client,
    step,
    rows.map(row => row.id),
  );
}

export async function addJobs(
  client: pg.PoolClient,
  step: StageStep,
  batches: readonly string[],
): Promise<void> {
  if (batches.length === 0) return;
  await client.query(
    `select count(*) from graphile_worker.add_jobs(
       (select array_agg(row($1, json_build_object('batch', id), null, null, null, 'batch:' || id, null, null)::graphile_worker.job_spec)
        from unnest($2::bigint[]) id))`,
    [taskName(step.stage), batches],
  );
}
