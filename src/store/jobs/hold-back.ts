import type pg from 'pg';
import type { Thing } from './kind.ts';
import type { Stage } from './stage.ts';
import { transaction } from './transaction.ts';

/** The gate. What is clinical names patients, and no stage that takes the names away exists
 *  yet: it goes to those stages alone that say they stand before the gate. A thing of a milder
 *  class that holds a patient's file, or was made of one that does, goes to none: what it is
 *  made into would be milder too. */
export function mustWait(stage: Stage, thing: Thing, patients: ReadonlySet<string>): boolean {
  if (thing.class === 'clinical') return !stage.beforeGate;
  return patients.has(thing.id);
}

/** Sets inputs of a batch aside into one that has no job: they stay given and counted as
 *  waiting. False when another worker has the batch by now. */
export async function holdBack(
  pool: pg.Pool,
  step: number,
  batch: string,
  lease: string,
  inputs: readonly string[],
): Promise<boolean> {
  return transaction(pool, async client => {
    const { rowCount } = await client.query(
      `update batches set inputs = array(
         select id from unnest(inputs) with ordinality given (id, place)
         where id <> all($3::uuid[]) order by place)
       where id = $1 and lease = $2`,
      [batch, lease, inputs],
    );
    if (!rowCount) return false;
    await client.query(`insert into batches (step, inputs, state) values ($1, $2, 'held')`, [
      step,
      inputs,
    ]);
    await client.query('update stage_counts set held = held + $2 where step = $1', [
      step,
      inputs.length,
    ]);
    return true;
  });
}
