import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { productFolder } from '../config/index.ts';
import { SpinemedError } from '../errors/index.ts';
import { quiet, runMigrations } from './jobs/graphile.ts';

const folder = path.join(productFolder, 'migrations');

/** Brings the database up to date: forward only, one transaction a file, one process at a
 *  time. Returns the names of what it applied. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('spinemed:migrate', 0))`);
    await client.query(`create table if not exists migrations
      (name text primary key, sha256 text not null, at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations',
    );
    const applied = new Map(rows.map(row => [row.name, row.sha256]));
    const files = readdirSync(folder)
      .filter(name => name.endsWith('.sql'))
      .sort();
    refuseNewerDatabase([...applied.keys()].filter(name => !files.includes(name)));
    const now: string[] = [];
    for (const name of files) {
      const sql = readFileSync(path.join(folder, name), 'utf8');
      const sha256 = hash('sha256', sql);
      if (applied.has(name)) {
        refuseChangedMigration(name, applied.get(name) === sha256);
        continue;
      }
      await apply(client, name, sha256, sql);
      now.push(name);
    }
    await runMigrations({ pgPool: pool, ...quiet });
    return now;
  } finally {
    // Ending the session frees the lock also where unlocking would fail.
    client.release(true);
  }
}

async function apply(
  client: pg.PoolClient,
  name: string,
  sha256: string,
  sql: string,
): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new SpinemedError({
      code: 'migration-failed',
      mender: 'us',
      message: 'a migration could not be applied; the database is as it was before it',
      place: `migrations/${name}`,
      cause: error,
    });
  }
}

function refuseNewerDatabase(unknown: string[]): void {
  if (unknown.length === 0) return;
  throw new SpinemedError({
    code: 'database-newer',
    mender: 'user',
    message: `the database was used by a newer version: it has ${unknown.join(', ')}`,
    hint: 'Use that version, or a workspace of this one.',
  });
}

function refuseChangedMigration(name: string, same: boolean): void {
  if (same) return;
  throw new SpinemedError({
    code: 'migration-changed',
    mender: 'us',
    message: 'a migration that was applied has been edited since',
    place: `migrations/${name}`,
    hint: 'Put it back as it was and add a new file.',
  });
}
