import { z } from 'zod';
import { type DataClass, dataClassSchema } from '../../contracts/data-class.ts';
import type { Store } from '../open-store.ts';

const rowSchema = z.object({ place: z.int(), class: dataClassSchema.nullable() });

/** The strictest class that the books know of some pictures and things: a picture is a
 *  patient's if it belongs to any clinical thing, whatever else it belongs to. */
export async function classesOf(
  { pool }: Store,
  asked: ReadonlyArray<{ pictures: readonly string[]; things: readonly string[] }>,
): Promise<Array<DataClass | undefined>> {
  const { rows } = await pool.query({
    name: 'classes-of',
    text: `select a.place, (select max(class) from (
        select class from things where id = any(a.things)
        union all select class from sources where id = any(a.things)
        union all select class from model_calls where id = any(a.things)
        union all select class from things where class = 'clinical' and blobs && a.pictures
      ) found) as class
      from jsonb_to_recordset($1) as a (place int, pictures text[], things uuid[])`,
    values: [JSON.stringify(asked.map((each, place) => ({ place, ...each })))],
  });
  const found = new Map(
    rowSchema
      .array()
      .parse(rows)
      .map(row => [row.place, row.class]),
  );
  return asked.map((_, place) => found.get(place) ?? undefined);
}
