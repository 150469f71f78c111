import type pg from 'pg';
import { encodeJson } from '../copy.ts';
import type { Step } from './recipe.ts';

/** The number under which the database knows a step; the same for whoever asks. */
export async function registerStep(pool: pg.Pool, step: Step): Promise<number> {
  const { stage } = step;
  const takes = step.type === 'stage' ? step.stage.takes.name : null;
  // A collector's differ from call to call and are no part of what its step is.
  const settings = step.type === 'stage' ? step.settings : {};
  const makes = stage.makes.map(kind => kind.name);
  await pool.query(
    `with added as (
       insert into steps (id, stage, version, settings, takes, makes)
       select $1, $2, $3, $4, $5, $6 where not exists (select from steps where id = $1)
       on conflict (id) do nothing returning number)
     insert into stage_counts (step) select number from added on conflict do nothing`,
    [step.id, stage.name, stage.version, encodeJson(settings), takes, makes],
  );
  const { rows } = await pool.query<{ number: number }>('select number from steps where id = $1', [
    step.id,
  ]);
  return rows[0]!.number;
}
