import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { overviewSchema, rejectPageSchema } from '../../contracts/overview/index.ts';
import { readOverview, readRejects } from '../../store/index.ts';
import { newApi, type Services } from '../context.ts';
import { errorAnswers } from '../error-body.ts';
import { guard } from '../guard.ts';
import type { LiveOverview } from '../live-overview.ts';

const overviewRoute = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'Stages, counts, rejects, jobs, workers and spend',
  responses: {
    200: {
      description: 'The overview',
      content: { 'application/json': { schema: overviewSchema } },
    },
    ...errorAnswers,
  },
});

const rejectsRoute = createRoute({
  method: 'get',
  path: '/api/steps/{step}/rejects',
  summary: 'The rejects of a step, a page at a time',
  request: {
    params: z.object({ step: z.coerce.number().int().positive() }),
    query: z.object({
      after: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: {
    200: { description: 'A page', content: { 'application/json': { schema: rejectPageSchema } } },
    ...errorAnswers,
  },
});

export function overviewRoutes({ store, signIn }: Services, live: LiveOverview) {
  const routes = newApi();
  routes.use('/api/overview', guard(signIn));
  routes.use('/api/overview/live', guard(signIn));
  routes.use('/api/steps/*', guard(signIn));
  // A stream of server-sent events has no schema in OpenAPI; each event is an overview.
  routes.get('/api/overview/live', context =>
    streamSSE(context, async stream => {
      const { promise: left, resolve: leave } = Promise.withResolvers<void>();
      const unsubscribe = live.subscribe(data => stream.writeSSE({ data }).catch(() => leave()));
      // Proxies cut a connection that is silent for long.
      const beat = setInterval(() => stream.write(': beat\n\n').catch(() => leave()), 15_000);
      stream.onAbort(leave);
      await Promise.race([left, live.ended]);
      clearInterval(beat);
      unsubscribe();
    }),
  );
  return routes
    .openapi(overviewRoute, async context => context.json(await readOverview(store), 200))
    .openapi(rejectsRoute, async context => {
      const { after, limit } = context.req.valid('query');
      const page = { limit, ...(after === undefined ? {} : { after }) };
      return context.json(await readRejects(store, context.req.valid('param').step, page), 200);
    });
}
