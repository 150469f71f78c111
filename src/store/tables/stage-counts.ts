import type { z } from 'zod';
import { stepSchema } from '../../contracts/overview/index.ts';
import type { Store } from '../open-store.ts';

/** A step's books: in = out + rejects + waiting. `held` is the part
 *  of `waiting` that waits for de-identification, `made` counts what came out of the inputs,
 *  `partsRejected` what was rejected of inputs that got through. */
export type StepCounts = z.output<typeof stepSchema>;

/** The books of some steps, in the order asked for. */
export async function readCounts(store: Store, steps: readonly number[]): Promise<StepCounts[]> {
  const { rows } = await store.pool.query(
    `select s.number as step, s.stage, s.version,
       c.given::float8 as "in", c.passed::float8 as "out", c.rejected::float8 as rejects,
       (c.given - c.passed - c.rejected)::float8 as waiting,
       c.held::float8 as held, c.made::float8 as made, c.parts_rejected::float8 as "partsRejected",
       coalesce((select json_object_agg(reason, count order by reason)
         from reject_counts r where r.step = s.number and r.count > 0), '{}') as reasons
     from unnest($1::int[]) with ordinality asked (number, place)
     join steps s using (number) join stage_counts c on c.step = s.number
     order by asked.place`,
    [steps],
  );
  return stepSchema.array().parse(rows);
}
