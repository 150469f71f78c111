import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createWorkspace, openWorkspace } from '../src/config/index.ts';
import { openStore, type Store } from '../src/store/index.ts';

export type Throwaway = {
  store: Store;
  folder: string;
  /** What a process started by the test needs to work on the same store. */
  environment: NodeJS.ProcessEnv;
} & AsyncDisposable;

/** A workspace and a store of one's own, gone when the scope ends. In a test run its
 *  database is a clone on the run's server; elsewhere it has an embedded one. */
export async function throwawayStore(options: { sample?: boolean } = {}): Promise<Throwaway> {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-test-'));
  createWorkspace(folder, { sample: options.sample ?? false });
  const database = process.env.SPINEMED_TEST_SERVER
    ? await cloneDatabase(process.env.SPINEMED_TEST_SERVER)
    : undefined;
  const environment = database ? { DATABASE_URL: database.url } : {};
  const store = await openStore(openWorkspace(folder, environment));
  return {
    store,
    folder,
    environment: { ...process.env, ...environment, SPINEMED_WORKSPACE: folder },
    async [Symbol.asyncDispose]() {
      await store.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function cloneDatabase(server: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} template template_spinemed`);
  return {
    url: `${server}${name}`,
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
