import type pg from 'pg';
import { encodeJson } from '../copy.ts';
import { transaction } from '../jobs/transaction.ts';
import type { Store } from '../open-store.ts';
import { lockPools, writePools } from './pools.ts';
import type { AnswerRow, AttemptKey, PoolState } from './rows.ts';

export type Ended = AttemptKey & { pool: string; model: string } & (
    | { status: 'answered'; answer: AnswerRow }
    | { status: 'lost' | 'rejected'; code: string; charged: boolean; latencyMs: number }
  );

/** Corrects the pace once the tokens are known: the limits' arithmetic, which is not ours. */
export type Correct = (ended: Ended, pool: PoolState, tokensTaken: number) => PoolState;

type Taken = {
  call: string;
  attempt: number;
  tokens: number;
  reserved: number;
  most: number | null;
  /** It had been given up for dead, and was counted as lost. */
  wasLost: boolean;
  wasCounted: number;
};

/** Writes down how attempts ended, gives back what they had taken, and counts them. Once it
 *  returns, the answers are on the disk: they are never asked for again. */
export async function endAttempts(
  store: Store,
  ended: readonly Ended[],
  correct: Correct,
): Promise<void> {
  await transaction(store.pool, async client => {
    const pools = await lockPools(client, [...new Set(ended.map(({ pool }) => pool))]);
    const taken = await closeAttempts(client, ended);
    const closed = ended.filter(each => taken.has(keyOf(each)));
    for (const each of closed) {
      const { tokens, wasLost } = taken.get(keyOf(each))!;
      const state = correct(each, pools.get(each.pool)!, tokens);
      pools.set(each.pool, { ...state, open: wasLost ? state.open : state.open - 1 });
    }
    await writeAnswers(client, closed);
    await writePools(client, pools);
    await addCounts(client, closed, taken);
    await settleSpend(client, closed, taken);
  });
}

const keyOf = ({ call, attempt }: AttemptKey) => `${call}.${attempt}`;

/** Those that were under way still. One that was given up for dead while its door lived on (the
 *  database was restarted) is taken back if it was answered: that answer was paid for. */
async function closeAttempts(
  client: pg.PoolClient,
  ended: readonly Ended[],
): Promise<Map<string, Taken>> {
  const { rows } = await client.query<Taken>({
    name: 'close-attempts',
    text: `update model_attempts a set status = e.status, code = e.code, latency_ms = e.latency,
        counted_usd = coalesce(e.usd, case when e.charged then a.most_usd end, 0), ended_at = now()
      from jsonb_to_recordset($1) as e (call uuid, attempt int, status text, code text,
          latency float8, usd float8, charged boolean)
        join model_attempts was on was.call = e.call and was.attempt = e.attempt
      where a.call = was.call and a.attempt = was.attempt and (was.status = 'asked'
        or was.status = 'lost' and was.code = 'killed' and e.status = 'answered'
          and not exists (select from model_attempts other
            where other.call = was.call and other.status = 'answered'))
      returning a.call, a.attempt, a.tokens, a.most_usd as most,
        case when was.status = 'asked' then a.reserved_usd else 0 end as reserved,
        was.status = 'lost' as "wasLost", was.counted_usd as "wasCounted"`,
    values: [
      JSON.stringify(
        ended.map(each => ({
          call: each.call,
          attempt: each.attempt,
          status: each.status,
          ...(each.status === 'answered'
            ? { usd: each.answer.costUsd, charged: true, latency: each.answer.latencyMs }
            : { code: each.code, charged: each.charged, latency: each.latencyMs }),
        })),
      ),
    ],
  });
  return new Map(rows.map(row => [keyOf(row), row]));
}

async function writeAnswers(client: pg.PoolClient, ended: readonly Ended[]): Promise<void> {
  const rows = ended.flatMap(each =>
    each.status === 'answered' ? [{ call: each.call, ...each.answer }] : [],
  );
  if (rows.length === 0) return;
  await client.query({
    name: 'write-answers',
    text: `update model_calls c set text = e.text, finish = e.finish, usd = e."costUsd",
        input_tokens = (e.tokens->>'input')::int, output_tokens = (e.tokens->>'output')::int,
        cached_input_tokens = (e.tokens->>'cachedInput')::int,
        latency_ms = e."latencyMs", answered_at = now()
      from jsonb_to_recordset($1) as e (call uuid, text text, finish text, tokens jsonb,
        "costUsd" float8, "latencyMs" float8)
      where c.id = e.call and c.answered_at is null`,
    values: [encodeJson(rows)],
  });
}

/** By pool for the live counts, by day and model for the books of money. */
async function addCounts(
  client: pg.PoolClient,
  ended: readonly Ended[],
  taken: ReadonlyMap<string, Taken>,
): Promise<void> {
  const rows = ended.map(each => {
    const answer = each.status === 'answered' ? each.answer : undefined;
    return {
      pool: each.pool,
      model: each.model,
      status: each.status,
      unlost: taken.get(keyOf(each))!.wasLost ? 1 : 0,
      input: answer?.tokens.input ?? 0,
      output: answer?.tokens.output ?? 0,
      usd: answer?.costUsd ?? 0,
      unpriced: answer && answer.costUsd === null ? 1 : 0,
    };
  });
  const values = [JSON.stringify(rows)];
  const given = `jsonb_to_recordset($1) as e (pool text, model text, status text, unlost int,
    input int, output int, usd float8, unpriced int)`;
  await client.query({
    name: 'count-in-pools',
    text: `update model_pools p set answered = p.answered + n.answered, lost = p.lost + n.lost - n.unlost,
        rejected = p.rejected + n.rejected, input_tokens = p.input_tokens + n.input,
        output_tokens = p.output_tokens + n.output, usd = p.usd + n.usd,
        unpriced = p.unpriced + n.unpriced, last_at = now()
      from (select pool, count(*) filter (where status = 'answered') as answered,
          count(*) filter (where status = 'lost') as lost,
          count(*) filter (where status = 'rejected') as rejected,
          sum(unlost) as unlost, sum(input) as input, sum(output) as output, sum(usd) as usd, sum(unpriced) as unpriced
        from ${given} group by pool) n
      where p.pool = n.pool`,
    values,
  });
  await client.query({
    name: 'count-by-day',
    text: `insert into spend (day, model, calls, usd, unpriced)
      select current_date, model, count(*), sum(usd), sum(unpriced)
      from ${given} where status = 'answered' group by model order by model
      on conflict (day, model) do update set calls = spend.calls + excluded.calls,
        usd = spend.usd + excluded.usd, unpriced = spend.unpriced + excluded.unpriced`,
    values,
  });
}

async function settleSpend(
  client: pg.PoolClient,
  ended: readonly Ended[],
  taken: ReadonlyMap<string, Taken>,
): Promise<void> {
  let counted = 0;
  let reserved = 0;
  for (const each of ended) {
    const was = taken.get(keyOf(each))!;
    reserved += was.reserved;
    counted -= was.wasCounted;
    if (each.status === 'answered') counted += each.answer.costUsd ?? was.most ?? 0;
    else if (each.charged) counted += was.most ?? 0;
  }
  if (counted === 0 && reserved === 0) return;
  await client.query(
    'update model_spend set counted_usd = counted_usd + $1, reserved_usd = greatest(0, reserved_usd - $2)',
    [counted, reserved],
  );
}
