import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { SpinemedError } from '../../errors/index.ts';
import { uuidOf } from '../../identity/index.ts';
import type { Store } from '../open-store.ts';
import { clinicalBlobs } from './clinical-blobs.ts';
import type { CollectorStep, Offer, Source } from './collector.ts';
import { forgetFailures } from './forget-failures.ts';
import { isReject, reject } from './outcome.ts';
import { type Handled, record, sourceId } from './record.ts';
import { type DefectLog, frameReasons, settle } from './settle.ts';
import { transaction } from './transaction.ts';

const waitMs = 200;
const writeEvery = { offers: 200, ms: 250 };

type Taken = Handled & { offer: Offer };

/** Takes in what a collector offers and is not there yet. Killed and started again, it goes
 *  through the offers once more and collects only what is missing. */
export async function runCollector(
  store: Store,
  step: CollectorStep,
  number: number,
  signal: AbortSignal,
  logDefect: DefectLog,
): Promise<void> {
  const holder = await store.pool.connect();
  try {
    await takeTurn(holder, number, signal);
    await collectAll(store, step, number, signal, logDefect);
  } finally {
    holder.release(true);
  }
}

/** One at a time looks for what a collector does not have yet. Whoever waits can be stopped. */
async function takeTurn(holder: pg.PoolClient, number: number, signal: AbortSignal) {
  for (;;) {
    const { rows } = await holder.query<{ ours: boolean }>(
      'select pg_try_advisory_lock(7103, $1) as ours',
      [number],
    );
    if (rows[0]!.ours) return;
    await sleep(waitMs, undefined, { signal });
  }
}

async function collectAll(
  store: Store,
  step: CollectorStep,
  number: number,
  signal: AbortSignal,
  logDefect: DefectLog,
): Promise<void> {
  const context = {
    settings: step.settings,
    blobs: store.blobs,
    workspaceFolder: store.workspace.folder,
    signal,
  };
  let taken: Taken[] = [];
  let lastWrite = performance.now();
  const write = async () => {
    const batch = taken;
    taken = [];
    lastWrite = performance.now();
    if (batch.length > 0) await commit(store.pool, step, number, batch);
  };

  const seen = new Set<string>();
  try {
    for await (const offer of step.stage.offers(context)) {
      if (signal.aborted) break;
      const input = uuidOf(`${step.id}/${offer.key}`);
      if (seen.has(input)) throw offeredTwice(step);
      seen.add(input);
      if (await isSettled(store.pool, number, input)) continue;
      taken.push(await takeIn(step, input, offer, signal, logDefect));
      if (taken.length >= writeEvery.offers || performance.now() - lastWrite > writeEvery.ms)
        await write();
    }
  } catch (error) {
    // What was fetched before it must not be asked for again.
    await write().catch(() => {});
    throw error;
  }
  await write();
  signal.throwIfAborted();
}

async function takeIn(
  step: CollectorStep,
  input: string,
  offer: Offer,
  signal: AbortSignal,
  logDefect: DefectLog,
): Promise<Taken> {
  const { source, place } = offer;
  const where = place === undefined ? {} : { place };
  const outcomes = await settle(step, input, () => offer.collect(), signal, logDefect, where);
  return { input, parents: [sourceId(source)], class: source.class, outcomes, offer };
}

async function commit(
  pool: pg.Pool,
  step: CollectorStep,
  number: number,
  batch: Taken[],
): Promise<void> {
  await transaction(pool, async client => {
    const handled = await withoutPatients(client, batch);
    // What nothing was taken from is no source: who reads the books would count it as one.
    const sources = new Map(
      handled
        .filter(({ outcomes }) => !outcomes.every(isReject))
        .map(({ offer: { source } }) => [sourceId(source), source]),
    );
    for (const [id, source] of sources) await addSource(client, id, source);
    const inputs = batch.map(({ input }) => input);
    const again = await forgetFailures(client, number, frameReasons, inputs);
    await client.query('update stage_counts set given = given + $2 where step = $1', [
      number,
      batch.length - again.length,
    ]);
    await rememberPatients(client, number, handled);
    await record(client, step, number, handled);
  });
}

/** A patient's file that is offered as something milder is taken in by nobody, and what the
 *  collector would have called it is not written down. */
async function withoutPatients(client: pg.PoolClient, batch: Taken[]): Promise<Taken[]> {
  const milder = batch.filter(offered => offered.class !== 'clinical');
  const known = await clinicalBlobs(client, [...new Set(milder.flatMap(filesOf))]);
  if (known.size === 0) return batch;
  return batch.map(offered => {
    if (offered.class === 'clinical' || !filesOf(offered).some(file => known.has(file)))
      return offered;
    const place = offered.offer.tag?.();
    const where = place === undefined ? {} : { place };
    return { ...offered, outcomes: [reject('clinical-elsewhere', where)] };
  });
}

function filesOf({ offer, outcomes }: Taken): string[] {
  return [
    ...(offer.files ?? []),
    ...outcomes.flatMap(outcome => (isReject(outcome) ? [] : outcome.blobs)),
  ];
}

/** A thing keeps the files that it was made of; of what was rejected nothing else would. */
async function rememberPatients(
  client: pg.PoolClient,
  step: number,
  handled: Taken[],
): Promise<void> {
  const rejected = handled.filter(
    ({ class: dataClass, outcomes }) => dataClass === 'clinical' && outcomes.every(isReject),
  );
  for (const { offer } of rejected) {
    await client.query(
      'insert into clinical_files select unnest($1::text[]), $2, $3 on conflict do nothing',
      [offer.files ?? [], step, offer.place],
    );
  }
}

async function addSource(client: pg.PoolClient, id: string, s: Source): Promise<void> {
  await client.query(
    `with added as (
       insert into sources (id, kind, class, title, language, licence, redistribution, doi, isbn, origin)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning class)
     insert into source_counts (class, count) select class, 1 from added
     on conflict (class) do update set count = source_counts.count + 1`,
    [
      id,
      s.kind,
      s.class,
      s.title,
      s.language,
      s.licence,
      s.redistribution,
      s.doi,
      s.isbn,
      s.origin,
    ],
  );
}

/** What failed for a reason of the frame's is collected once more when it is offered again; until
 *  then it stays in the books, whatever else is asked for. */
async function isSettled(pool: pg.Pool, number: number, input: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from ledger l where step = $1 and input = $2 and not (made = 0 and exists (
       select from rejects r where r.step = l.step and r.input = l.input and r.reason = any($3)))`,
    [number, input, frameReasons],
  );
  return Boolean(rowCount);
}

function offeredTwice(step: CollectorStep): SpinemedError {
  return new SpinemedError({
    code: 'stage-breach',
    mender: 'us',
    message: `collector ${step.stage.name} offered the same key twice`,
  });
}
