import type { Store } from '../open-store.ts';
import { type BlobProgress, checkBlobs } from './check-blobs.ts';
import { checkRows } from './check-rows.ts';
import type { Finding } from './finding.ts';

/** Findings of one check that are listed; a broken disk would otherwise list millions. */
const listed = 1000;

/** Proves that the books are right: every count, every provenance edge, every blob's hash. */
export async function* verify(store: Store, onProgress?: BlobProgress): AsyncGenerator<Finding> {
  yield* checkRows(store, listed);
  yield* checkBlobs(store, onProgress);
}
