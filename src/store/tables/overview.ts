import type { Overview } from '../../contracts/overview/index.ts';
import type { Store } from '../open-store.ts';
import { readModelActivity } from './model-activity.ts';
import { orderSteps, type StepRow } from './order-steps.ts';
import { readCounts, type StepCounts } from './stage-counts.ts';

/** The state of a workspace in one look: every step that was given something, and those of the
 *  last build; jobs, workers, spend. Reads counters and short tables only: it costs the same
 *  however large the corpus is. */
export async function readOverview(store: Store): Promise<Overview> {
  const build = await lastBuild(store);
  const [steps, batches, workers, models, spend, sources] = await Promise.all([
    readSteps(store, build?.steps ?? []),
    readBatches(store),
    readWorkers(store),
    readModelActivity(store),
    readSpend(store),
    readSources(store),
  ]);
  return {
    workspace: store.workspace.settings.name,
    build: build && {
      recipe: build.recipe,
      state: build.state,
      error: build.error,
      startedAt: build.startedAt,
      endedAt: build.endedAt,
    },
    steps,
    sources,
    jobs: workers.length > 0 ? batches : withNobodyAtWork(batches),
    workers,
    models,
    spend: { ...spend, capUsd: store.workspace.settings.spendCapUsd ?? null },
  };
}

/** What was brought in and done by whichever build or collection, not by the last one alone. */
async function readSteps(store: Store, ofLastBuild: readonly number[]): Promise<StepCounts[]> {
  const { rows } = await store.pool.query<StepRow>(
    `select s.number as step, s.stage, s.version, s.takes, s.makes
     from steps s join stage_counts c on c.step = s.number
     where c.given > 0 or s.number = any($1)`,
    [ofLastBuild],
  );
  return readCounts(
    store,
    orderSteps(rows).map(({ step }) => step),
  );
}

type Build = NonNullable<Overview['build']> & { steps: number[] };

async function lastBuild(store: Store): Promise<Build | null> {
  const { rows } = await store.pool.query<Build & { alive: boolean }>(
    `select recipe, steps, state, error->>'code' as error,
       to_json(started_at)#>>'{}' as "startedAt", to_json(ended_at)#>>'{}' as "endedAt",
       not pg_try_advisory_xact_lock_shared(7104, id::int) as alive
     from (select * from builds order by id desc limit 1) newest`,
  );
  const row = rows[0];
  if (!row) return null;
  const { alive, ...build } = row;
  // Whoever builds holds the lock; a build without one was killed.
  return build.state === 'running' && !alive ? { ...build, state: 'interrupted' } : build;
}

async function readBatches(store: Store): Promise<Overview['jobs']> {
  const { rows } = await store.pool.query<Overview['jobs']>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
       count(*) filter (where state = 'running')::int as running,
       count(*) filter (where state = 'stopped')::int as stopped
     from batches where state <> 'done'`,
  );
  return rows[0]!;
}

/** What a killed worker had in hand waits for the next one, who hands it back before it begins. */
function withNobodyAtWork({ waiting, running, stopped }: Overview['jobs']): Overview['jobs'] {
  return { waiting: waiting + running, running: 0, stopped };
}

async function readWorkers(store: Store): Promise<Overview['workers']> {
  const { rows } = await store.pool.query<Overview['workers'][number]>(
    // A row whose lock is free is a dead worker's that nobody has found yet.
    `select host, pid, slots, to_json(at)#>>'{}' as since from workers
     where not pg_try_advisory_xact_lock_shared(hashtextextended(id, 0)) order by at`,
  );
  return rows;
}

async function readSpend(store: Store): Promise<Omit<Overview['spend'], 'capUsd'>> {
  const { rows } = await store.pool.query<Omit<Overview['spend'], 'capUsd'>>(
    `select coalesce(sum(usd), 0)::float8 as usd, coalesce(sum(calls), 0)::int as calls,
       coalesce(sum(unpriced), 0)::int as unpriced,
       (select counted_usd from model_spend) as "countedUsd"
     from spend`,
  );
  return rows[0]!;
}

async function readSources(store: Store): Promise<Overview['sources']> {
  const { rows } = await store.pool.query<{ class: keyof Overview['sources']; count: number }>(
    'select class, count::int as count from source_counts',
  );
  const counts = { public: 0, licensed: 0, clinical: 0 };
  for (const row of rows) counts[row.class] = row.count;
  return counts;
}
