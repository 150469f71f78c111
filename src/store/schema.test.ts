import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { throwawayStore } from '../../tests/throwaway-store.ts';
import * as schema from './schema.ts';

const tables = Object.values<unknown>(schema).flatMap(value => (is(value, PgTable) ? [value] : []));

test('every column that the code speaks of is in the database as it thinks', async () => {
  await using opened = await throwawayStore();
  const { rows } = await opened.store.pool.query<{ place: string; nullable: string }>(
    `select table_name || '.' || column_name as place, is_nullable as nullable
     from information_schema.columns where table_schema = 'public'`,
  );
  const there = new Map(rows.map(row => [row.place, row.nullable === 'NO']));
  for (const table of tables) {
    for (const column of Object.values(getTableColumns(table))) {
      const place = `${getTableName(table)}.${column.name}`;
      expect([place, there.get(place)]).toEqual([place, column.notNull]);
    }
  }
});
