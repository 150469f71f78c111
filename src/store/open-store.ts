import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Workspace } from '../config/index.ts';
import { nameOf, SpinemedError } from '../errors/index.ts';
import { type Blobs, openBlobs } from './blobs/index.ts';
import { migrate } from './migrate.ts';
import { openPool } from './open-pool.ts';
import { startServer, stopServer } from './server/index.ts';

export type Store = {
  pool: pg.Pool;
  blobs: Blobs;
  workspace: Workspace;
  close(): Promise<void>;
};

/** Opens the workspace's database and blobs, starting the embedded server where there is
 *  none running and bringing the schema up to date. */
export async function openStore(workspace: Workspace): Promise<Store> {
  const blobs = await openBlobs(workspace);
  const { url, leave } = workspace.databaseUrl
    ? { url: workspace.databaseUrl, leave: async () => {} }
    : await joinEmbedded(workspace.folder);
  const pool = openPool(url);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    await leave();
    throw connectionError(error);
  }
  return {
    pool,
    blobs,
    workspace,
    async close() {
      await pool.end();
      await leave();
      blobs.close();
    },
  };
}

const databaseName = 'spinemed';
const presence = `hashtextextended('spinemed:presence', 0)`;

/** Joins those who use the embedded server. Everyone holds a shared lock for as long as it
 *  lives; who leaves and gets the exclusive one was the last, and stops the server. Where the
 *  server goes away under us it is started again, on the same port if that is still free. */
async function joinEmbedded(folder: string): Promise<{ url: string; leave(): Promise<void> }> {
  let leaving = false;
  let present = await signIn(folder, goneAgain);

  function goneAgain(): void {
    if (leaving) return;
    signIn(folder, goneAgain).then(
      again => {
        present = again;
      },
      () => setTimeout(goneAgain, 1000).unref(),
    );
  }

  async function leave(): Promise<void> {
    leaving = true;
    const { connection, pid } = present;
    try {
      await connection.query(`select pg_advisory_unlock_shared(${presence})`);
      const { rows } = await connection.query(`select pg_try_advisory_lock(${presence}) as last`);
      if (rows[0].last) await stopServer(pid);
    } catch {
      // The server is gone already.
    }
    await connection.end().catch(() => {});
  }

  return { url: `${present.url}${databaseName}`, leave };
}

async function signIn(folder: string, onGone: () => void) {
  for (let attempt = 0; ; attempt++) {
    const { url, pid } = await startServer(folder);
    const connection = new pg.Client({
      connectionString: `${url}postgres`,
      application_name: 'spinemed presence',
    });
    connection.on('error', () => {});
    try {
      await connection.connect();
      await connection.query(`select pg_advisory_lock_shared(${presence})`);
      await createDatabase(connection);
      connection.once('end', onGone);
      return { url, pid, connection };
    } catch (error) {
      await connection.end().catch(() => {});
      // The last one may be leaving just now: look again, and start the server anew.
      if (attempt >= 50) throw connectionError(error);
      await sleep(100);
    }
  }
}

async function createDatabase(connection: pg.Client): Promise<void> {
  const { rowCount } = await connection.query('select 1 from pg_database where datname = $1', [
    databaseName,
  ]);
  if (rowCount) return;
  await connection.query(`create database ${databaseName}`).catch(error => {
    const alreadyThere = ['42P04', '23505'].includes(error.code);
    if (!alreadyThere) throw error;
  });
}

function connectionError(error: unknown): unknown {
  if (error instanceof SpinemedError) return error;
  const code = (error as { code?: string }).code ?? '';
  const refused = code.startsWith('28') || code === '3D000';
  return new SpinemedError({
    code: refused ? 'database-refused' : 'database-unreachable',
    mender: refused ? 'user' : 'retry',
    message: refused
      ? `the database did not let us in: ${nameOf(error)}`
      : `no database answers: ${nameOf(error)}`,
    hint: 'Check DATABASE_URL, or database in spinemed.yaml; user and database must exist.',
    cause: error,
  });
}
