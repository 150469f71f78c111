import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWorkspace, openWorkspace } from '../src/config/index.ts';
import { openStore, type Store } from '../src/store/index.ts';

/** A workspace and a store of one's own, gone when the scope ends. */
export async function throwawayStore(): Promise<{ store: Store; folder: string } & AsyncDisposable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-test-'));
  createWorkspace(folder, { sample: false });
  const store = await openStore(openWorkspace(folder, {}));
  return {
    store,
    folder,
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
