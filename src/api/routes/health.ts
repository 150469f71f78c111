import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Services } from '../context.ts';

const healthSchema = z.object({ status: z.enum(['ok', 'failing']), database: z.boolean() });
const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: healthSchema } },
});

const route = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server and its database answer',
  responses: { 200: answer('All is well'), 503: answer('The database does not answer') },
});

export function healthRoutes({ store }: Services) {
  return newApi().openapi(route, async context => {
    const database = await store.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return database
      ? context.json({ status: 'ok' as const, database }, 200)
      : context.json({ status: 'failing' as const, database }, 503);
  });
}
