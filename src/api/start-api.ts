import type { Server } from 'node:http';
import { type HttpBindings, serve } from '@hono/node-server';
import { nameOf, SpinemedError } from '../errors/index.ts';
import type { DefectLog, Store } from '../store/index.ts';
import { webFolder } from './build-web.ts';
import { newApi, type Services } from './context.ts';
import { answerOf } from './error-body.ts';
import { type LiveOverview, liveOverview } from './live-overview.ts';
import { type Origins, originsOf } from './origins.ts';
import { protect } from './protect.ts';
import { healthRoutes } from './routes/health.ts';
import { meRoutes } from './routes/me.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { serveWeb } from './serve-web.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { singleSignOn } from './single-sign-on.ts';

export type RunningApi = { url: string; signIn: SignIn; close(): Promise<void> };

export type ApiOptions = {
  host: string;
  port: number;
  logDefect: DefectLog;
  /** The built web shell. */
  web?: string;
};

type Handler = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/** How long answers that are on their way may take when the server is asked to end. */
const graceMs = 2000;

/** Serves the API and the web shell. */
export async function startApi(store: Store, options: ApiOptions): Promise<RunningApi> {
  // Links and cookies name the address, which is known only once we listen.
  let handle: Handler = () => new Response('starting', { status: 503 });
  const { server, port } = await listen(options, (request, env) => handle(request, env));
  const live = liveOverview(store);
  const close = () => {
    live.end();
    return closeServer(server);
  };
  try {
    const { publicUrl, oidc } = store.workspace.settings.server;
    const origins = originsOf(options.host, port, publicUrl);
    const signIn = createSignIn(store, origins, oidc && singleSignOn(oidc));
    const app = buildApp({ store, signIn }, live, origins, options);
    handle = (request, env) => app.fetch(request, env);
    return { url: origins[0], signIn, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function buildApp(
  services: Services,
  live: LiveOverview,
  origins: Origins,
  { host, logDefect, web = webFolder }: ApiOptions,
) {
  const app = newApi();
  app.onError((error, context) => {
    const { status, body } = answerOf(error);
    if (status === 500) logDefect(error, { stage: 'api', input: context.req.routePath });
    return context.json(body, status);
  });
  protect(app, { host, origins });
  app.route('/', signInRoutes(services));
  app.route('/', healthRoutes(services));
  app.route('/', overviewRoutes(services, live));
  app.route('/', peopleRoutes(services));
  app.route('/', meRoutes(services));
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'SpineMed', version: '1' } });
  serveWeb(app, web);
  return app;
}

/** Lets answers that are on their way arrive; what still holds on after that is cut. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve));
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
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
