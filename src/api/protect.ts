import { getConnInfo } from '@hono/node-server/conninfo';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Api } from './context.ts';
import { errorBody } from './error-body.ts';
import { addressHeader } from './sign-in.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** What holds for every request: who may ask, from where, and what the browser may do. */
export function protect(app: Api, bound: { host: string; origins: readonly string[] }): void {
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // The reverse proxy that ends TLS says this, if there is one.
      strictTransportSecurity: false,
    }),
  );
  app.use(knownHost(bound));
  app.use(socketAddress);
  app.use('/api/*', csrf({ origin: [...bound.origins] }));
}

/** A page elsewhere may point a name of its own at 127.0.0.1; its requests carry that name. */
function knownHost(bound: { host: string; origins: readonly string[] }) {
  const names = new Set([
    ...loopbackNames,
    ...bound.origins.map(origin => new URL(origin).hostname),
  ]);
  const onLoopback = loopbackNames.includes(bound.host) || bound.host === '::1';
  return createMiddleware(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (onLoopback && !names.has(hostname)) {
      return context.json(errorBody('host-unknown', 'this server does not go by that name'), 403);
    }
    return next();
  });
}

/** Who asks, from the socket alone: rate limits must not believe a header. */
const socketAddress = createMiddleware(async (context, next) => {
  const { remote } = getConnInfo(context);
  context.req.raw.headers.set(addressHeader, remote.address ?? 'unknown');
  return next();
});
