import type pg from 'pg';
import { encodeJson } from '../copy.ts';
import { transaction } from '../jobs/transaction.ts';
import type { Store } from '../open-store.ts';
import { findAnswers } from './find-answers.ts';
import { lockPools, lockSpend, writePools } from './pools.ts';
import type { AnswerRow, CallRow, PoolState, SpendState } from './rows.ts';

export type Wish = { call: CallRow; tokens: number; mostUsd: number | null };

export type Verdict<Refusal> =
  | { type: 'go'; waitMs: number; reservedUsd: number }
  | { type: 'not-now'; refusal: Refusal };

/** Says whether a wish may go, and what it takes: the limits' arithmetic, which is not ours. */
export type Decide<Refusal> = (
  wish: Wish,
  pool: PoolState,
  spend: SpendState,
  nowMs: number,
) => { verdict: Verdict<Refusal>; pool: PoolState; spend: SpendState };

export type Begun<Refusal> =
  | { type: 'go'; attempt: number; waitMs: number }
  | { type: 'answered'; answer: AnswerRow }
  | { type: 'in-batch'; attempt: number; batch: string }
  /** Another door is asking the same just now. */
  | { type: 'elsewhere' }
  | { type: 'not-now'; refusal: Refusal };

/** Writes attempts down before they leave: all of a group in one transaction, under the locks
 *  of their pools. It need not reach the disk at once: only a power cut could lose it. */
export async function beginAttempts<Refusal>(
  store: Store,
  door: string,
  wishes: readonly Wish[],
  decide: Decide<Refusal>,
): Promise<Array<Begun<Refusal>>> {
  return transaction(store.pool, async client => {
    await client.query('set local synchronous_commit = off');
    const pools = await lockPools(client, [...new Set(wishes.map(({ call }) => call.pool))]);
    let spend = await lockSpend(client);
    const ids = wishes.map(({ call }) => call.id);
    const answers = await findAnswers(client, ids);
    const past = await pastAttempts(client, ids);
    const nowMs = await now(client);
    const going: Array<{ wish: Wish; attempt: number; reservedUsd: number }> = [];
    const begun = wishes.map((wish): Begun<Refusal> => {
      const { id, pool } = wish.call;
      const answer = answers.get(id);
      if (answer) return { type: 'answered', answer };
      const { last = 0, open } = past.get(id) ?? {};
      if (open?.batch) return { type: 'in-batch', attempt: open.attempt, batch: open.batch };
      if (open) return { type: 'elsewhere' };
      const decided = decide(wish, pools.get(pool)!, spend, nowMs);
      if (decided.verdict.type !== 'go') return decided.verdict;
      pools.set(pool, decided.pool);
      spend = decided.spend;
      const { waitMs, reservedUsd } = decided.verdict;
      going.push({ wish, attempt: last + 1, reservedUsd });
      return { type: 'go', attempt: last + 1, waitMs };
    });
    if (going.length > 0) {
      await insertCalls(
        client,
        going.map(({ wish }) => wish.call),
      );
      await insertAttempts(client, door, going);
      await writePools(client, pools);
      await client.query('update model_spend set reserved_usd = $1', [spend.reservedUsd]);
    }
    return begun;
  });
}

type Past = { last?: number; open?: { attempt: number; batch: string | null } };

async function pastAttempts(
  client: pg.PoolClient,
  calls: readonly string[],
): Promise<Map<string, Past>> {
  const { rows } = await client.query<{
    call: string;
    attempt: number;
    open: boolean;
    batch: string | null;
  }>({
    name: 'past-attempts',
    text: `select call, attempt, status = 'asked' as open, batch from model_attempts
      where call = any($1::uuid[]) order by attempt`,
    values: [calls],
  });
  const past = new Map<string, Past>();
  for (const { call, attempt, open, batch } of rows) {
    const before = past.get(call);
    const underWay = open ? { attempt, batch } : before?.open;
    past.set(call, { last: attempt, ...(underWay ? { open: underWay } : {}) });
  }
  return past;
}

/** One clock for all: the database's. */
async function now(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ ms: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
  );
  return rows[0]!.ms;
}

/** A call that was asked before keeps its row; asked for stricter data it becomes stricter. */
export async function insertCalls(client: pg.PoolClient, calls: readonly CallRow[]): Promise<void> {
  const rows = [...new Map(calls.map(call => [call.id, call])).values()];
  await client.query({
    name: 'insert-calls',
    text: `insert into model_calls
        (id, role, prompt_version, model, provider, base_url, model_id, class, repeat, inputs, pictures, request)
      select id, role, "promptVersion", model, provider, "baseUrl", "modelId", class, repeat,
        inputs, pictures, request
      from jsonb_to_recordset($1) as c (id uuid, role text, "promptVersion" text, model text,
        provider text, "baseUrl" text, "modelId" text, class data_class, repeat int,
        inputs uuid[], pictures text[], request jsonb)
      on conflict (id) do update set class = greatest(model_calls.class, excluded.class)`,
    values: [encodeJson(rows)],
  });
}

async function insertAttempts(
  client: pg.PoolClient,
  door: string,
  going: ReadonlyArray<{ wish: Wish; attempt: number; reservedUsd: number }>,
): Promise<void> {
  await client.query({
    name: 'insert-attempts',
    text: `insert into model_attempts (call, attempt, pool, door, status, tokens, reserved_usd, most_usd)
      select call, attempt, pool, $2, 'asked', tokens, reserved, most
      from jsonb_to_recordset($1) as a (call uuid, attempt int, pool text, tokens int,
        reserved float8, most float8)`,
    values: [
      JSON.stringify(
        going.map(({ wish, attempt, reservedUsd }) => ({
          call: wish.call.id,
          attempt,
          pool: wish.call.pool,
          tokens: wish.tokens,
          reserved: reservedUsd,
          most: wish.mostUsd,
        })),
      ),
      door,
    ],
  });
}
