import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../src/store/migrate.ts';
import { openPool } from '../src/store/open-pool.ts';
import { startServer, stopServer } from '../src/store/server/index.ts';

/** One real server for the whole run, with a migrated database that tests clone. */
export default async function databaseServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-tests-'));
  const server = await startServer(folder);
  const admin = new pg.Client({ connectionString: `${server.url}postgres` });
  await admin.connect();
  await admin.query('create database template_spinemed');
  // These databases die with the run; what they hold need not survive a power cut.
  await admin.query('alter system set synchronous_commit = off');
  await admin.query('select pg_reload_conf()');
  await admin.end();
  const pool = openPool(`${server.url}template_spinemed`);
  await migrate(pool);
  await pool.end();
  process.env.SPINEMED_TEST_SERVER = server.url;
  return async () => {
    await stopServer(server.pid);
    rmSync(folder, { recursive: true, force: true });
  };
}
