import type pg from 'pg';

/** Inputs that failed for a reason that may have passed (the network was down, we had a defect)
 *  are struck from the books, so that they can be given to the step once more: all of them, or
 *  those of `among`. Returns them. */
export async function forgetFailures(
  client: pg.PoolClient,
  step: number,
  reasons: readonly string[],
  among: readonly string[] | null = null,
): Promise<string[]> {
  const { rows } = await client.query<{ input: string }>(
    `delete from ledger l using rejects r
     where r.step = $1 and r.reason = any($2) and l.step = r.step and l.input = r.input and l.made = 0
       and ($3::uuid[] is null or r.input = any($3))
     returning l.input`,
    [step, reasons, among],
  );
  const inputs = rows.map(row => row.input);
  if (inputs.length === 0) return inputs;
  await client.query(
    `with struck as (delete from rejects where step = $1 and input = any($2) returning reason),
       counted as (select reason, count(*) from struck group by reason)
     update reject_counts c set count = c.count - counted.count from counted
     where c.step = $1 and c.reason = counted.reason`,
    [step, inputs],
  );
  await client.query('update stage_counts set rejected = rejected - $2 where step = $1', [
    step,
    inputs.length,
  ]);
  return inputs;
}
