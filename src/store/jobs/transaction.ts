import type pg from 'pg';

export async function transaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failed = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    // A connection in an unknown state is not handed on; the server rolls back what it had.
    client.release(failed);
  }
}

/** Writers of a step's output hold this shared, who reads up to its last row holds it alone:
 *  so no row with a lower seq can still be on its way. Until the end of the transaction. */
export function lockOutput(client: pg.PoolClient, step: number, mode: 'write' | 'read-all') {
  const shared = mode === 'write' ? '_shared' : '';
  return client.query(`select pg_advisory_xact_lock${shared}(7101, $1)`, [step]);
}

/** One planner of a step's work at a time. */
export function lockPlan(client: pg.PoolClient, step: number) {
  return client.query('select pg_advisory_xact_lock(7102, $1)', [step]);
}
