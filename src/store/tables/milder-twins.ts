import type { Store } from '../open-store.ts';

/** The places, as tags, of patients' files that some steps brought in and that a collector had
 *  brought in as something milder before. */
export async function readMilderTwins(
  { pool }: Store,
  steps: readonly number[],
): Promise<string[]> {
  const { rows } = await pool.query<{ place: string }>(
    `with milder as materialized (
       select distinct unnest(t.blobs) as blob from steps s join things t on t.step = s.number
       where s.takes is null and t.class <> 'clinical')
     select coalesce('case ' || (c.data->>'case') || ', file ' || (c.data->>'file'),
       c.data->>'path', c.id::text) as place
     from milder join things c on c.class = 'clinical' and c.blobs && array[milder.blob]
     where c.step = any($1)
     union select coalesce(f.place, 'a file') from milder join clinical_files f on f.sha256 = milder.blob
     where f.step = any($1) order by place`,
    [steps],
  );
  return rows.map(({ place }) => place);
}
