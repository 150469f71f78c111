import type pg from 'pg';

/** Those of some files that the books know as a patient's. What is clinical once stays so, in
 *  whichever folder, and under whichever class, it is found again. */
export async function clinicalBlobs(
  client: pg.Pool | pg.PoolClient,
  blobs: readonly string[],
): Promise<Set<string>> {
  if (blobs.length === 0) return new Set();
  const { rows } = await client.query<{ blob: string }>(
    `select distinct blob from things, unnest(blobs) blob
     where class = 'clinical' and blobs && $1 and blob = any($1)
     union select sha256 from clinical_files where sha256 = any($1)`,
    [blobs],
  );
  return new Set(rows.map(({ blob }) => blob));
}

/** Those of some things that hold a patient's file or were made of one that does. */
export async function madeOfPatients(
  pool: pg.Pool,
  things: readonly string[],
): Promise<Set<string>> {
  if (things.length === 0) return new Set();
  const { rows } = await pool.query<{ thing: string; blob: string }>(
    `with recursive line (thing, ancestor) as (
       select id, id from unnest($1::uuid[]) given (id)
       union select line.thing, p.input from line join provenance p on p.thing = line.ancestor)
     select distinct line.thing, blob from line
     join things t on t.id = line.ancestor, unnest(t.blobs) blob`,
    [things],
  );
  const patients = await clinicalBlobs(pool, [...new Set(rows.map(({ blob }) => blob))]);
  return new Set(rows.flatMap(({ thing, blob }) => (patients.has(blob) ? thing : [])));
}
