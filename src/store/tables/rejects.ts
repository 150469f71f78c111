import { type RejectPage, rejectPageSchema } from '../../contracts/overview/index.ts';
import type { Store } from '../open-store.ts';

/** The rejects of a step, read by key: the thousandth page costs what the first does. */
export async function readRejects(
  store: Store,
  step: number,
  page: { after?: number; limit: number },
): Promise<RejectPage> {
  const { rows } = await store.pool.query(
    `select id::float8 as id, input, reason, place, code, to_json(at)#>>'{}' as at
     from rejects where step = $1 and id > $2 order by id limit $3`,
    [step, page.after ?? 0, page.limit],
  );
  const next = rows.length === page.limit ? rows.at(-1).id : null;
  return rejectPageSchema.parse({ rejects: rows, next });
}
