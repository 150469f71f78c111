import type { Store } from '../open-store.ts';
import { addAuditEvent } from '../tables/audit-events.ts';
import type { AttemptKey, CallRow } from './rows.ts';

/** The policy let data of a class out to a model, for the first time since this door opened. */
export function noteAllowed(store: Store, call: CallRow, exceptional: boolean): Promise<void> {
  const { model, class: dataClass, egress, role } = call;
  const { exceptions } = store.workspace.settings.egress;
  const exception = exceptional ? exceptions.find(each => each.model === model) : undefined;
  return addAuditEvent(store, {
    actor: 'policy',
    action: exceptional ? 'egress-exception' : 'egress-allowed',
    subject: model,
    detail: {
      class: dataClass,
      egress,
      role,
      ...(exception ? { reason: exception.reason, approvedBy: exception.approvedBy } : {}),
    },
  });
}

export async function noteFromLog(
  store: Store,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await store.pool.query(
    `update model_pools p set from_log = p.from_log + n.count, last_at = now()
     from unnest($1::text[], $2::int[]) as n (pool, count) where p.pool = n.pool`,
    [[...counts.keys()], [...counts.values()]],
  );
}

export async function notePause(store: Store, pool: string, forMs: number): Promise<void> {
  await store.pool.query(
    `update model_pools set paused_until =
       greatest(paused_until, extract(epoch from clock_timestamp()) * 1000 + $2) where pool = $1`,
    [pool, forMs],
  );
}

export async function noteBatch(
  store: Store,
  batch: string,
  pool: string,
  members: readonly AttemptKey[],
): Promise<void> {
  await store.pool.query(
    `with started as (insert into model_batches (id, pool, members) values ($1, $2, $3))
     update model_attempts a set batch = $1
     from unnest($4::uuid[], $5::int[]) as m (call, attempt)
     where a.call = m.call and a.attempt = m.attempt`,
    [
      batch,
      pool,
      members.length,
      members.map(({ call }) => call),
      members.map(({ attempt }) => attempt),
    ],
  );
}

export async function noteBatchEnd(store: Store, batch: string): Promise<void> {
  await store.pool.query(
    `update model_batches set state = 'ended', ended_at = now() where id = $1`,
    [batch],
  );
}
