import { transaction } from '../jobs/transaction.ts';
import type { Store } from '../open-store.ts';
import { insertCalls } from './begin-attempts.ts';
import type { CallRow } from './rows.ts';

/** Writes down what was not allowed out: an attempt that never was, and an audit event. */
export async function refuseCall(
  store: Store,
  door: string,
  call: CallRow,
  code: string,
): Promise<void> {
  await transaction(store.pool, async client => {
    await client.query('select 1 from model_pools where pool = $1 for update', [call.pool]);
    await insertCalls(client, [call]);
    await client.query(
      `insert into model_attempts (call, attempt, pool, door, status, code, ended_at)
       select $1, coalesce(max(attempt), 0) + 1, $2, $3, 'refused', $4, now()
       from model_attempts where call = $1`,
      [call.id, call.pool, door, code],
    );
    await client.query('update model_pools set refused = refused + 1 where pool = $1', [call.pool]);
    await client.query(
      `insert into audit_events (actor, action, subject, detail) values ('policy', 'egress-refused', $1, $2)`,
      [call.id, { model: call.model, role: call.role, class: call.class, code }],
    );
  });
}
