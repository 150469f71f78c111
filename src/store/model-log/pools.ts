import type pg from 'pg';
import type { CallRow, PoolState, SpendState } from './rows.ts';

/** Locks the pools in one order, so that two who need the same ones queue and do not deadlock. */
export async function lockPools(
  client: pg.PoolClient,
  names: readonly string[],
): Promise<Map<string, PoolState>> {
  const { rows } = await client.query({
    name: 'lock-pools',
    text: `select pool, open, paused_until, next_request_at, next_token_at
      from model_pools where pool = any($1) order by pool for update`,
    values: [names],
  });
  return new Map(
    rows.map(row => [
      row.pool,
      {
        open: row.open,
        pausedUntil: row.paused_until,
        pace: { nextRequestAt: row.next_request_at, nextTokenAt: row.next_token_at },
      },
    ]),
  );
}

export async function addPools(client: pg.Pool, calls: readonly CallRow[]): Promise<void> {
  for (const { pool, model, provider, modelId, egress } of calls) {
    await client.query(
      `insert into model_pools (pool, model, provider, model_id, egress)
       values ($1, $2, $3, $4, $5) on conflict (pool) do update
       set model = excluded.model, provider = excluded.provider,
         model_id = excluded.model_id, egress = excluded.egress`,
      [pool, model, provider, modelId, egress],
    );
  }
}

export async function writePools(
  client: pg.PoolClient,
  pools: ReadonlyMap<string, PoolState>,
): Promise<void> {
  const states = [...pools.values()];
  await client.query({
    name: 'write-pools',
    text: `update model_pools p set open = n.open, next_request_at = n.request_at,
        next_token_at = n.token_at
      from unnest($1::text[], $2::int[], $3::float8[], $4::float8[])
        as n (pool, open, request_at, token_at)
      where p.pool = n.pool`,
    values: [
      [...pools.keys()],
      states.map(({ open }) => open),
      states.map(({ pace }) => pace.nextRequestAt),
      states.map(({ pace }) => pace.nextTokenAt),
    ],
  });
}

export async function lockSpend(client: pg.PoolClient): Promise<SpendState> {
  const { rows } = await client.query(
    'select counted_usd as "spentUsd", reserved_usd as "reservedUsd" from model_spend for update',
  );
  return rows[0];
}
