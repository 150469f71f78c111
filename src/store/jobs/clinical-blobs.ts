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

/** Those of some things that hold a patient's file or were made of one that does. Look-ups by key,
 *  a generation at a time: as one query the planner may read whole tables. */
export async function madeOfPatients(
  pool: pg.Pool,
  things: readonly string[],
): Promise<Set<string>> {
  if (things.length === 0 || !(await hasPatients(pool))) return new Set();
  const descendants = new Map(things.map(id => [id, new Set([id])]));
  for (let young = [...things]; young.length > 0; ) {
    const { rows } = await pool.query<{ thing: string; input: string }>(
      'select thing, input from provenance where thing = any($1::uuid[])',
      [young],
    );
    const older = new Set<string>();
    for (const { thing, input } of rows) {
      const known = descendants.get(input) ?? new Set();
      const before = known.size;
      for (const id of descendants.get(thing)!) known.add(id);
      descendants.set(input, known);
      if (known.size > before) older.add(input);
    }
    young = [...older];
  }
  const { rows } = await pool.query<{ id: string; blobs: string[] }>(
    'select id, blobs from things where id = any($1::uuid[])',
    [[...descendants.keys()]],
  );
  const patients = await clinicalBlobs(pool, [...new Set(rows.flatMap(({ blobs }) => blobs))]);
  return new Set(
    rows
      .filter(({ blobs }) => blobs.some(blob => patients.has(blob)))
      .flatMap(({ id }) => [...descendants.get(id)!]),
  );
}

async function hasPatients(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ some: boolean }>(
    `select exists (select from source_counts where class = 'clinical')
       or exists (select from clinical_files) as some`,
  );
  return rows[0]!.some;
}
