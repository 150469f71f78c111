import { desc, lt } from 'drizzle-orm';
import type { AuditPage } from '../../contracts/people/index.ts';
import type { Store } from '../open-store.ts';
import { auditEvents } from '../schema.ts';

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
  await store.db.insert(auditEvents).values({ ...event, detail: event.detail ?? {} });
}

/** The audit log from its newest event backwards. */
export async function readAuditEvents(
  store: Store,
  page: { before?: number; limit: number },
): Promise<AuditPage> {
  const { id, at, actor, action, subject } = auditEvents;
  const rows = await store.db
    .select({ id, at, actor, action, subject })
    .from(auditEvents)
    .where(page.before ? lt(id, page.before) : undefined)
    .orderBy(desc(id))
    .limit(page.limit);
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return {
    events: rows.map(row => ({ ...row, at: row.at.toISOString() })),
    next: last?.id ?? null,
  };
}
