import { expect, test } from 'vitest';
import { throwawayApi } from '../../../tests/throwaway-api.ts';

test('health says whether the database answers, and says so soon when it does not', async () => {
  await using it = await throwawayApi();
  const well = await it.ask('/healthz');
  expect([well.status, await well.json()]).toEqual([200, { status: 'ok', database: true }]);

  const { pool } = it.store;
  const taken = await Promise.all(Array.from({ length: 12 }, () => pool.connect()));
  const startedAt = performance.now();
  const ill = await it.ask('/healthz');
  expect([ill.status, await ill.json()]).toEqual([503, { status: 'failing', database: false }]);
  expect(performance.now() - startedAt).toBeLessThan(4000);
  for (const client of taken) client.release();
});
