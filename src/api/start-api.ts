import type { Server } from 'node:http';
import { type HttpBindings, serve } from '@hono/node-server';
import { HTTPException } from 'hono/http-exception';
import { nameOf, SpinemedError } from '../errors/index.ts';
import type { DefectLog, Store } from '../store/index.ts';
import { newApi, type Services } from './context.ts';
import { answerOf } from './error-body.ts';
import { type LiveOverview, liveOverview } from './live-overview.ts';
import { protect } from './protect.ts';
import { healthRoutes } from './routes/health.ts';
import { meRoutes } from './routes/me.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { serveWeb } from './serve-web.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

export type RunningApi = { url: string; signIn: SignIn; close(): Promise<void> };

type Handler = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/** Serves the API and the web shell. */
export async function startApi(
  store: Store,
  options: { host: string; port: number; logDefect: DefectLog },
): Promise<RunningApi> {
  // Links and cookies name the address, which is known only once we listen.
  let handle: Handler = () => new Response('starting', { status: 503 });
  const { server, port } = await listen(options, (request, env) => handle(request, env));
  const origins = originsOf(options.host, port, store.workspace.settings.server.publicUrl);
  const signIn = createSignIn(store, origins);
  const live = liveOverview(store);
  const app = buildApp({ store, signIn }, live, { host: options.host, origins }, options.logDefect);
  handle = (request, env) => app.fetch(request, env);
  return {
    url: origins[0],
    signIn,
    async close() {
      live.end();
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function buildApp(
  services: Services,
  live: LiveOverview,
  bound: { host: string; origins: readonly string[] },
  logDefect: DefectLog,
) {
  const app = newApi();
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    const { status, body } = answerOf(error);
    if (status === 500) logDefect(error, { stage: 'api', input: context.req.routePath });
    return context.json(body, status);
  });
  protect(app, bound);
  app.on(['GET', 'POST'], '/api/auth/*', context => services.signIn.auth.handler(context.req.raw));
  app.route('/', healthRoutes(services));
  app.route('/', overviewRoutes(services, live));
  app.route('/', peopleRoutes(services));
  app.route('/', meRoutes(services));
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'SpineMed', version: '1' } });
  serveWeb(app);
  return app;
}

function originsOf(
  host: string,
  port: number,
  publicUrl: string | undefined,
): [string, ...string[]] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const own = `http://${name}:${port}`;
  const local = `http://localhost:${port}`;
  return publicUrl ? [new URL(publicUrl).origin, own, local] : [own, local];
}

function listen(
  { host, port }: { host: string; port: number },
  fetch: Handler,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, env) => fetch(request, env as HttpBindings), hostname: host, port },
      info => resolve({ server: server as Server, port: info.port }),
    );
    server.on('error', error => reject(listenError(error, host, port)));
  });
}

function listenError(error: Error, host: string, port: number): SpinemedError {
  const busy = 'code' in error && error.code === 'EADDRINUSE';
  return new SpinemedError({
    code: busy ? 'port-in-use' : 'cannot-listen',
    mender: 'user',
    message: busy ? 'something else listens on this port' : `listening failed: ${nameOf(error)}`,
    place: `${host}:${port}`,
    hint: busy
      ? 'Is it running already? Else choose another with --port N.'
      : 'Check server.host and server.port.',
    cause: error,
  });
}
