import { setTimeout as sleep } from 'node:timers/promises';
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Services } from '../context.ts';
import { json } from './json.ts';

const patienceMs = 2000;
const healthSchema = z.object({ status: z.enum(['ok', 'failing']), database: z.boolean() });

const route = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server and its database answer',
  responses: {
    200: json(healthSchema, 'All is well'),
    503: json(healthSchema, 'The database does not answer'),
  },
});

export function healthRoutes({ store }: Services) {
  return newApi().openapi(route, async context => {
    const asked = store.pool.query('select 1').then(
      () => true,
      () => false,
    );
    const database = await Promise.race([asked, sleep(patienceMs, false, { ref: false })]);
    return database
      ? context.json({ status: 'ok' as const, database }, 200)
      : context.json({ status: 'failing' as const, database }, 503);
  });
}
