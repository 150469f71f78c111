import { hostname } from 'node:os';
import type pg from 'pg';

const lookEveryMs = 2000;

export type Liveness = { stop(): Promise<void> };

/** graphile-worker frees the jobs of a worker that died only after hours. Here every worker
 *  holds an advisory lock for as long as its connection lives, and whoever finds one free
 *  hands that worker's jobs back at once. `id` is the name that its jobs are locked by. */
export async function startLiveness(pool: pg.Pool, id: string, slots: number): Promise<Liveness> {
  let holder = await signOn(pool, id, slots);
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    // The server was restarted under us: somebody may have given us up meanwhile.
    if (holder.lost) holder = await signOn(pool, id, slots);
    await freeDeadWorkers(pool, id);
  }

  await look();
  const timer = setInterval(() => {
    looking = looking.then(() => (stopped ? undefined : look())).catch(() => {});
  }, lookEveryMs);

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await pool.query('delete from workers where id = $1', [id]).catch(() => {});
      holder.client.release(true);
    },
  };
}

/** The lock first: a row without one is a dead worker's. */
async function signOn(pool: pg.Pool, id: string, slots: number) {
  const client = await pool.connect();
  const holder = { client, lost: false };
  client.on('error', () => {
    holder.lost = true;
  });
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [id]);
  await client.query(
    'insert into workers (id, host, pid, slots) values ($1, $2, $3, $4) on conflict do nothing',
    [id, hostname(), process.pid, slots],
  );
  return holder;
}

async function freeDeadWorkers(pool: pg.Pool, self: string): Promise<void> {
  const others = await pool.query<{ id: string }>('select id from workers where id <> $1', [self]);
  for (const { id } of others.rows) {
    const client = await pool.connect();
    try {
      const { rows } = await client.query(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as dead',
        [id],
      );
      if (!rows[0].dead) continue;
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [id]);
      await client.query('delete from workers where id = $1', [id]);
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [id]);
    } finally {
      client.release();
    }
  }
}
