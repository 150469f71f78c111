import { type AuditPage, auditPageSchema } from '../../contracts/people/index.ts';
import type { Store } from '../open-store.ts';

export type AuditEvent = {
  /** A person's id, or the part of the product that decided: `cli`, `policy`. */
  actor: string;
  /** What was done: `person-invited`, `signed-in`. */
  action: string;
  subject?: string;
  /** Codes and numbers; never text from a case. */
  detail?: Record<string, string | number | boolean>;
};

export async function addAuditEvent(store: Store, event: AuditEvent): Promise<void> {
  await store.pool.query(
    'insert into audit_events (actor, action, subject, detail) values ($1, $2, $3, $4)',
    [event.actor, event.action, event.subject, event.detail ?? {}],
  );
}

/** The audit log from its newest event backwards. */
export async function readAuditEvents(
  store: Store,
  page: { before?: number; limit: number },
): Promise<AuditPage> {
  const { rows } = await store.pool.query(
    `select id::float8 as id, to_json(at)#>>'{}' as at, actor, action, subject, detail
     from audit_events where id < $1 order by id desc limit $2`,
    [page.before ?? Number.MAX_SAFE_INTEGER, page.limit],
  );
  const next = rows.length === page.limit ? rows.at(-1).id : null;
  return auditPageSchema.parse({ events: rows, next });
}
