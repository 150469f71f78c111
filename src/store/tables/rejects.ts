import { and, asc, eq, gt } from 'drizzle-orm';
import type { RejectPage } from '../../contracts/overview/index.ts';
import type { Store } from '../open-store.ts';
import { rejects } from '../schema.ts';

/** The rejects of a step, read by key: the thousandth page costs what the first does. */
export async function readRejects(
  store: Store,
  step: number,
  page: { after?: number; limit: number },
): Promise<RejectPage> {
  const rows = await store.db
    .select()
    .from(rejects)
    .where(and(eq(rejects.step, step), gt(rejects.id, page.after ?? 0)))
    .orderBy(asc(rejects.id))
    .limit(page.limit);
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return {
    rejects: rows.map(({ step: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
    next: last?.id ?? null,
  };
}
