import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { type ErrorDetails, SpinemedError } from '../../errors/index.ts';
import type { Store } from '../open-store.ts';
import { readCounts, type StepCounts } from '../tables/stage-counts.ts';
import { planStep } from './plan-step.ts';
import { feedersOf, type Recipe } from './recipe.ts';
import { registerStep } from './register-step.ts';
import { runCollector } from './run-collector.ts';
import type { DefectLog } from './settle.ts';

export type RecipeRun = {
  signal: AbortSignal;
  logDefect: DefectLog;
  /** Called a few times a second with the counts of the step in work. */
  onProgress?: (step: StepCounts, place: { index: number; of: number }) => void;
  /** One that is refused before anything was taken in leaves no build in the books: whoever asked
   *  for it is told, and what others look at stays. */
  withdrawIfRefused?: boolean;
};

/** Short work is noticed at once, long work is not disturbed. */
const lookEveryMs = { first: 10, later: 150 };

/** Runs a recipe's steps one after the other; what is done already is not done again. Jobs
 *  are worked off by whatever workers there are: at least one must be running. Gives the books of
 *  its steps, once where a collector stands in it several times. */
export async function runRecipe(
  store: Store,
  recipe: Recipe,
  run: RecipeRun,
): Promise<StepCounts[]> {
  const numbers: number[] = [];
  for (const step of recipe.steps) numbers.push(await registerStep(store.pool, step));
  const own = [...new Set(numbers)];
  const build = await openBuild(store.pool, recipe.name, own);
  const before = await readCounts(store, own);
  try {
    for (const index of recipe.steps.keys()) await runStep(store, recipe, numbers, index, run);
    await build.end('done');
  } catch (error) {
    const known = error instanceof SpinemedError ? error : undefined;
    const code = known?.code ?? (run.signal.aborted ? 'interrupted' : 'defect');
    const isRefused = async () =>
      run.withdrawIfRefused &&
      known?.mender === 'user' &&
      isDeepStrictEqual(before, await readCounts(store, own));
    await isRefused()
      .then(refused => (refused ? build.withdraw() : build.end('stopped', { code })))
      .catch(() => {});
    throw error;
  }
  return readCounts(store, own);
}

/** Writes down that a build runs. It holds a lock meanwhile, so that a killed one is told
 *  from one at work. */
async function openBuild(pool: pg.Pool, recipe: string, numbers: readonly number[]) {
  const holder = await pool.connect();
  const { rows } = await holder.query<{ id: string }>(
    `with added as (insert into builds (recipe, steps) values ($1, $2) returning id)
     select id, pg_advisory_lock(7104, id::int) from added`,
    [recipe, numbers],
  );
  const { id } = rows[0]!;
  const last = async (query: string, values: unknown[]) => {
    try {
      await holder.query(query, [id, ...values]);
    } finally {
      holder.release(true);
    }
  };
  return {
    end: (state: 'done' | 'stopped', error: unknown = null) =>
      last('update builds set state = $2, error = $3, ended_at = now() where id = $1', [
        state,
        error,
      ]),
    withdraw: () => last('delete from builds where id = $1', []),
  };
}

async function runStep(
  store: Store,
  recipe: Recipe,
  numbers: readonly number[],
  index: number,
  run: RecipeRun,
): Promise<void> {
  const step = recipe.steps[index]!;
  const number = numbers[index]!;
  const report = async () => {
    const [counts] = await readCounts(store, [number]);
    run.onProgress?.(counts!, { index, of: numbers.length });
  };
  await report();
  if (step.type === 'collector') {
    if (step.settings === undefined) return;
    const timer = setInterval(() => report().catch(() => {}), lookEveryMs.later);
    await runCollector(store, step, number, run.signal, run.logDefect).finally(() =>
      clearInterval(timer),
    );
  } else {
    const feeders = feedersOf(recipe.steps, index).map(
      feeder => numbers[recipe.steps.indexOf(feeder)]!,
    );
    await planStep(store.pool, step, number, feeders, store.workspace.settings);
    await finishBatches(store.pool, number, run.signal, report);
  }
  await report();
}

async function finishBatches(
  pool: pg.Pool,
  number: number,
  signal: AbortSignal,
  report: () => Promise<void>,
): Promise<void> {
  for (let pauseMs = lookEveryMs.first; ; pauseMs = Math.min(pauseMs * 1.3, lookEveryMs.later)) {
    signal.throwIfAborted();
    const { rows } = await pool.query<{ open: number; error: ErrorDetails | null }>(
      `select count(*) filter (where state <> 'stopped')::int as open,
         (array_agg(error) filter (where state = 'stopped'))[1] as error
       from batches where step = $1 and state not in ('done', 'held')`,
      [number],
    );
    const { open, error } = rows[0]!;
    if (open === 0) {
      if (error) throw new SpinemedError({ ...error, mender: 'user' });
      return;
    }
    await report();
    await sleep(pauseMs, undefined, { signal });
  }
}
