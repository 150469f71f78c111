import { z } from 'zod';
import { dataClassSchema } from '../../contracts/data-class.ts';
import type { DataOf, Kind } from '../jobs/kind.ts';
import type { Store } from '../open-store.ts';

export type KeptThing<K extends Kind> = {
  id: string;
  /** What was made later has a higher one, whichever step made it. */
  seq: number;
  class: z.output<typeof dataClassSchema>;
  data: DataOf<K>;
  /** Where its source lies, where it was collected and not made of other things. */
  origin: string | null;
};

const pageSize = 200;

const rowSchema = z.object({
  id: z.string(),
  seq: z.number(),
  class: dataClassSchema,
  data: z.unknown(),
  origin: z.string().nullable(),
});

/** Everything of one kind, step after step; read by key, a page after the other. */
export async function* readThings<K extends Kind>(
  { pool }: Store,
  kind: K,
): AsyncGenerator<KeptThing<K>> {
  const { rows: steps } = await pool.query<{ number: number }>(
    'select number from steps where $1 = any(makes) order by number',
    [kind.name],
  );
  for (const { number } of steps) {
    for (let after = 0; ; ) {
      const { rows } = await pool.query(
        `select id, seq::float8 as seq, class, data, (
            select s.origin from provenance p join sources s on s.id = p.input
            where p.thing = t.id limit 1) as origin
         from things t where step = $1 and kind = $2 and seq > $3 order by seq limit $4`,
        [number, kind.name, after, pageSize],
      );
      for (const row of rowSchema.array().parse(rows))
        yield { ...row, data: kind.schema.parse(row.data) as DataOf<K> };
      if (rows.length < pageSize) break;
      after = rows.at(-1).seq;
    }
  }
}
