import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';

const lookEveryMs = 2000;

export type Liveness = {
  /** Writes worker ids down as ours; a job may be taken only after that. */
  register(workerIds: string[]): Promise<void>;
  stop(): Promise<void>;
};

/** graphile-worker frees the jobs of a worker that died only after hours. Here every process
 *  holds an advisory lock for as long as its connection lives, and whoever finds one free
 *  hands that process's jobs back at once. */
export async function startLiveness(pool: pg.Pool): Promise<Liveness> {
  const self = randomUUID();
  const ids = new Set<string>();
  let holder = await holdLock(pool, self);
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();

  const write = (workerIds: string[]) =>
    pool.query(
      `insert into workers (id, process, host, pid) select id, $2, $3, $4 from unnest($1::text[]) id
       on conflict do nothing`,
      [workerIds, self, hostname(), process.pid],
    );

  async function look(): Promise<void> {
    if (holder.lost) {
      // The server was restarted under us: somebody may have given us up meanwhile.
      holder = await holdLock(pool, self);
      await write([...ids]);
    }
    await freeDeadWorkers(pool, self);
  }

  await look();
  const timer = setInterval(() => {
    looking = looking.then(() => (stopped ? undefined : look())).catch(() => {});
  }, lookEveryMs);

  return {
    async register(workerIds) {
      for (const id of workerIds) ids.add(id);
      await write(workerIds);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await pool.query('delete from workers where process = $1', [self]).catch(() => {});
      holder.client.release(true);
    },
  };
}

async function holdLock(pool: pg.Pool, self: string) {
  const client = await pool.connect();
  const holder = { client, lost: false };
  client.on('error', () => {
    holder.lost = true;
  });
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [self]);
  return holder;
}

async function freeDeadWorkers(pool: pg.Pool, self: string): Promise<void> {
  const others = await pool.query<{ process: string }>(
    'select distinct process from workers where process <> $1',
    [self],
  );
  for (const { process: other } of others.rows) {
    const client = await pool.connect();
    try {
      const { rows } = await client.query(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as dead',
        [other],
      );
      if (!rows[0].dead) continue;
      await client.query(
        `with gone as (delete from workers where process = $1 returning id)
         select graphile_worker.force_unlock_workers(array(select id from gone))`,
        [other],
      );
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [other]);
    } finally {
      client.release();
    }
  }
}
