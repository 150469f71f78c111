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
     where class = 'clinical' and blobs && $1 and blob = any($1)`,
    [blobs],
  );
  return new Set(rows.map(({ blob }) => blob));
}
