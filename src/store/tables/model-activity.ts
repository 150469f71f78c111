import type { ModelActivity } from '../../contracts/overview/index.ts';
import type { Store } from '../open-store.ts';

/** What was asked of every model so far, and what is under way just now. */
export async function readModelActivity(store: Store): Promise<ModelActivity[]> {
  const { rows } = await store.pool.query<ModelActivity>(
    `select pool, model, provider, model_id as "modelId", egress, provider = 'offline' as offline,
       open as "inFlight",
       case when paused_until > extract(epoch from now()) * 1000
         then to_json(to_timestamp(paused_until / 1000))#>>'{}' end as "pausedUntil",
       answered::float8, from_log::float8 as "fromLog", lost::float8, rejected::float8,
       refused::float8, input_tokens::float8 as "inputTokens",
       output_tokens::float8 as "outputTokens", usd, unpriced::float8
     from model_pools order by pool`,
  );
  return rows;
}
