import { getConnInfo } from '@hono/node-server/conninfo';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Api } from './context.ts';
import { errorBody } from './error-body.ts';
import type { Origins } from './origins.ts';
import { addressHeader } from './sign-in.ts';

const largestBody = 1024 * 1024;

/** What holds for every request: who may ask, from where, and what the browser may do. */
export function protect(app: Api, bound: { host: string; origins: Origins }): void {
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
  app.use('/api/*', notKept);
  app.use(knownHost(bound));
  app.use(ownPages(bound.origins));
  app.use(socketAddress);
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: largestBody,
      onError: context =>
        context.json(errorBody('request-too-large', 'the body is larger than 1 MiB'), 413),
    }),
  );
}

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** A page elsewhere may point a name of its own at 127.0.0.1; its requests carry that name. */
function knownHost(bound: { host: string; origins: Origins }) {
  const names = bound.origins.map(origin => new URL(origin).hostname);
  return createMiddleware(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (loopback.test(bound.host) && !loopback.test(hostname) && !names.includes(hostname)) {
      return context.json(errorBody('host-unknown', 'this server does not go by that name'), 403);
    }
    return next();
  });
}

/** What changes something is asked for by a page of ours, or by no page at all: a browser
 *  names the page in one of these headers, whatever the content type. */
function ownPages(origins: Origins) {
  return createMiddleware(async (context, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) return next();
    const origin = context.req.header('origin') ?? origins[0];
    const site = context.req.header('sec-fetch-site') ?? 'none';
    if (origins.includes(origin) && ['same-origin', 'none'].includes(site)) return next();
    const hint = `Open the workbench at ${origins[0]}, or set server.publicUrl to the address you use.`;
    return context.json(
      errorBody('origin-foreign', 'a page of another address asks for this', undefined, hint),
      403,
    );
  });
}

/** Who asks, from the socket alone: rate limits must not believe a header. */
const socketAddress = createMiddleware(async (context, next) => {
  const { remote } = getConnInfo(context);
  // Whoever is gone already shares one address: its attempts count too.
  context.req.raw.headers.set(addressHeader, remote.address ?? '0.0.0.0');
  return next();
});

/** Answers speak of people and cases: no browser and no proxy keeps them. */
const notKept = createMiddleware(async (context, next) => {
  await next();
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
});
