import type pg from 'pg';
import { transaction } from '../jobs/transaction.ts';
import type { Store } from '../open-store.ts';
import { lockPools, writePools } from './pools.ts';

const lookEveryMs = 2000;

export type Presence = { leave(): Promise<void> };

/** A door holds an advisory lock for as long as it is open. What one without a lock had under
 *  way is lost, and counted at its most: somebody may have been paid for it. Attempts that
 *  stand in a batch are not lost: whoever asks next takes them over. */
export async function signOn(store: Store, door: string): Promise<Presence> {
  let holder = await hold(store.pool, door);
  let left = false;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    if (left) return;
    // The server was restarted under us.
    if (holder.lost) holder = await hold(store.pool, door);
    await buryDeadDoors(store, door);
  }

  await look();
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => {});
  }, lookEveryMs);
  timer.unref();

  return {
    async leave() {
      left = true;
      clearInterval(timer);
      await looking;
      holder.client.release(true);
    },
  };
}

const lockOf = (place: string) => `hashtextextended('door ' || ${place}, 0)`;

async function hold(pool: pg.Pool, door: string) {
  const client = await pool.connect();
  const holder = { client, lost: false };
  client.on('error', () => {
    holder.lost = true;
  });
  await client.query(`select pg_advisory_lock(${lockOf('$1::text')})`, [door]);
  return holder;
}

async function buryDeadDoors(store: Store, self: string): Promise<void> {
  const { rows } = await store.pool.query<{ door: string }>(
    `select distinct door from model_attempts where status = 'asked' and batch is null and door <> $1`,
    [self],
  );
  for (const { door } of rows) {
    await transaction(store.pool, async client => {
      const lock = await client.query<{ dead: boolean }>(
        `select pg_try_advisory_xact_lock(${lockOf('$1::text')}) as dead`,
        [door],
      );
      if (lock.rows[0]!.dead) await bury(client, door);
    });
  }
}

async function bury(client: pg.PoolClient, door: string): Promise<void> {
  const open = await client.query<{ pool: string }>(
    `select distinct pool from model_attempts where door = $1 and status = 'asked' and batch is null`,
    [door],
  );
  const pools = await lockPools(
    client,
    open.rows.map(({ pool }) => pool),
  );
  const lost = await client.query<{ pool: string; reserved: number; counted: number }>(
    `update model_attempts set status = 'lost', code = 'killed',
       counted_usd = coalesce(most_usd, 0), ended_at = now()
     where door = $1 and status = 'asked' and batch is null
     returning pool, reserved_usd as reserved, counted_usd as counted`,
    [door],
  );
  for (const { pool } of lost.rows) {
    const state = pools.get(pool)!;
    pools.set(pool, { ...state, open: Math.max(0, state.open - 1) });
  }
  await writePools(client, pools);
  await client.query(
    `update model_pools p set lost = p.lost + n.lost
     from (select pool, count(*) as lost from unnest($1::text[]) as pool group by pool) n
     where p.pool = n.pool`,
    [lost.rows.map(({ pool }) => pool)],
  );
  const sum = (pick: (row: (typeof lost.rows)[number]) => number) =>
    lost.rows.reduce((total, row) => total + pick(row), 0);
  await client.query(
    'update model_spend set counted_usd = counted_usd + $1, reserved_usd = greatest(0, reserved_usd - $2)',
    [sum(row => row.counted), sum(row => row.reserved)],
  );
}
