import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { throwawayStore } from '../../tests/throwaway-store.ts';
import { migrate } from './migrate.ts';

const files = readdirSync('migrations')
  .filter(name => name.endsWith('.sql'))
  .sort();

async function empty(store: { pool: import('pg').Pool }) {
  await store.pool.query(
    'drop schema public cascade; create schema public; drop schema graphile_worker cascade',
  );
}

test('a fresh database gets every migration once, also when several processes start at once', async () => {
  await using opened = await throwawayStore();
  await empty(opened.store);
  const applied = await Promise.all([1, 2, 3].map(() => migrate(opened.store.pool)));
  expect(applied.flat().sort()).toEqual(files);
  expect(await migrate(opened.store.pool)).toEqual([]);
});

test('a migration that was edited after it was applied is refused', async () => {
  await using opened = await throwawayStore();
  await opened.store.pool.query(`update migrations set sha256 = 'other' where name = $1`, [
    files[0],
  ]);
  await expect(migrate(opened.store.pool)).rejects.toMatchObject({
    code: 'migration-changed',
    place: `migrations/${files[0]}`,
  });
});

test('a database that a newer version used is refused', async () => {
  await using opened = await throwawayStore();
  await opened.store.pool.query(`insert into migrations values ('9999-later.sql', 'x')`);
  await expect(migrate(opened.store.pool)).rejects.toMatchObject({
    code: 'database-newer',
    mender: 'user',
  });
});

test('a half migrated database goes on from where it stopped', async () => {
  await using opened = await throwawayStore();
  const { pool } = opened.store;
  await empty(opened.store);
  await migrate(pool);
  await pool.query(
    `drop table model_calls, model_attempts, model_pools, model_spend, model_batches;
     alter table spend drop column unpriced; drop index things_clinical_blobs`,
  );
  await pool.query(`delete from migrations where name = '0003-models.sql'`);
  expect(await migrate(pool)).toEqual(['0003-models.sql']);
});
