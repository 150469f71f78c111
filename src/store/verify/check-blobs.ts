import { SpinemedError } from '../../errors/index.ts';
import type { Store } from '../open-store.ts';
import type { Finding } from './finding.ts';

const pageSize = 1000;
const lanes = 4;

export type BlobProgress = (checked: number) => void;

/** Reads every blob that there is and holds it against its name; then looks for those that
 *  rows speak of and that are not there. */
export async function* checkBlobs(
  store: Store,
  onProgress?: BlobProgress,
): AsyncGenerator<Finding> {
  let checked = 0;
  let group: string[] = [];
  const flush = async () => {
    const results = await Promise.all(group.map(sha256 => check(store, sha256)));
    checked += group.length;
    onProgress?.(checked);
    group = [];
    return results.flat();
  };
  for await (const sha256 of store.blobs.list()) {
    group.push(sha256);
    if (group.length >= lanes) yield* await flush();
  }
  yield* await flush();
  yield* missingBlobs(store);
}

async function check(store: Store, sha256: string): Promise<Finding[]> {
  try {
    for await (const _ of await store.blobs.open(sha256)) {
      // Reading to the end is the check.
    }
    return [];
  } catch (error) {
    if (!(error instanceof SpinemedError)) throw error;
    return [{ check: 'blob', subject: sha256, message: error.message }];
  }
}

async function* missingBlobs(store: Store): AsyncGenerator<Finding> {
  let after = '';
  for (;;) {
    const { rows } = await store.pool.query<{ sha256: string }>(
      `select distinct blob as sha256 from (select unnest(blobs) as blob from things
         union all select unnest(pictures) from model_calls) named
       where blob > $1 order by blob limit ${pageSize}`,
      [after],
    );
    for (const { sha256 } of rows) {
      if (await store.blobs.has(sha256)) continue;
      yield { check: 'blob', subject: sha256, message: `blob ${sha256} is not there` };
    }
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.sha256;
  }
}
