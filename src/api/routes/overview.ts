import { createRoute, z } from '@hono/zod-openapi';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { overviewSchema, rejectPageSchema } from '../../contracts/overview/index.ts';
import { readOverview, readRejects } from '../../store/index.ts';
import { newApi, type Services } from '../context.ts';
import { errorAnswers } from '../error-body.ts';
import { guard } from '../guard.ts';
import type { LiveOverview } from '../live-overview.ts';
import { json } from './json.ts';

const beatEveryMs = 15_000;
/** The largest number that PostgreSQL's `integer` holds. */
const largestStep = 2 ** 31 - 1;

const overviewRoute = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'Stages, counts, rejects, jobs, workers and spend',
  responses: { 200: json(overviewSchema, 'The overview'), ...errorAnswers },
});

const liveRoute = createRoute({
  method: 'get',
  path: '/api/overview/live',
  summary: 'The overview now and whenever it changes, as server-sent events',
  responses: {
    200: {
      description: 'The data of every event is an overview',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...errorAnswers,
  },
});

const rejectsRoute = createRoute({
  method: 'get',
  path: '/api/steps/{step}/rejects',
  summary: 'The rejects of a step, a page at a time',
  request: {
    params: z.object({ step: z.coerce.number().int().positive().max(largestStep) }),
    query: z.object({
      after: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: { 200: json(rejectPageSchema, 'A page'), ...errorAnswers },
});

export function overviewRoutes({ store, signIn }: Services, live: LiveOverview) {
  const routes = newApi();
  routes.use('/api/overview', guard(signIn));
  routes.use('/api/overview/live', guard(signIn));
  routes.use('/api/steps/*', guard(signIn));

  routes.openAPIRegistry.registerPath(liveRoute);
  routes.get(liveRoute.path, context => {
    const { headers } = context.req.raw;
    return streamSSE(context, async stream => {
      const left = new AbortController();
      stream.onAbort(() => left.abort());
      const beat = setInterval(async () => {
        const session = await signIn.auth.api.getSession({ headers }).catch(() => 'unknown');
        if (session) await keepOpen(stream);
        else left.abort();
      }, beatEveryMs);
      for await (const data of live.follow(left.signal)) await stream.writeSSE({ data });
      clearInterval(beat);
    });
  });

  return routes
    .openapi(overviewRoute, async context => context.json(await readOverview(store), 200))
    .openapi(rejectsRoute, async context => {
      const { after, limit } = context.req.valid('query');
      const page = { limit, ...(after === undefined ? {} : { after }) };
      return context.json(await readRejects(store, context.req.valid('param').step, page), 200);
    });
}

/** A comment, which pages do not see: proxies cut a connection that is silent for long. */
async function keepOpen(stream: SSEStreamingApi): Promise<void> {
  await stream.write(': beat\n\n');
}
