import { createRoute, z } from '@hono/zod-openapi';
import { addAuditEvent } from '../../store/index.ts';
import { refusalOf } from '../auth-answer.ts';
import { newApi, type Services } from '../context.ts';
import { errorAnswers, tooManyAnswer } from '../error-body.ts';
import { addressHeader, authPath } from '../sign-in.ts';
import { json, jsonBody } from './json.ts';

const doneSchema = z.object({ done: z.literal(true) });
const back = z.string().describe('Where to go afterwards: a path of the workbench');

const byEmail = createRoute({
  method: 'post',
  path: `${authPath}/sign-in/email`,
  summary: 'Signs in by e-mail address and password; the session is a cookie',
  request: {
    body: jsonBody(z.object({ email: z.email(), password: z.string() }), 'Who, and the password'),
  },
  responses: { 200: json(doneSchema, 'Signed in'), ...errorAnswers, ...tooManyAnswer },
});
const byOrganisation = createRoute({
  method: 'post',
  path: `${authPath}/sign-in/social`,
  summary: 'Starts signing in by the house’s own sign-on, where there is one',
  request: {
    body: jsonBody(
      z.object({
        provider: z.literal('sso'),
        callbackURL: back,
        errorCallbackURL: back.optional(),
      }),
      'Which, and where to go afterwards',
    ),
  },
  responses: {
    200: json(z.object({ url: z.url(), redirect: z.boolean() }), 'Where to send the browser'),
    ...errorAnswers,
    ...tooManyAnswer,
  },
});
const comingBack = createRoute({
  method: 'get',
  path: `${authPath}/callback/sso`,
  summary: 'Where the house’s sign-on sends the browser back to',
  request: { query: z.object({ code: z.string().optional(), state: z.string().optional() }) },
  responses: { 302: { description: 'To the workbench; `error` says why not' } },
});
const byLink = createRoute({
  method: 'get',
  path: `${authPath}/magic-link/verify`,
  summary: 'Signs in by a one-time link',
  request: {
    query: z.object({ token: z.string(), callbackURL: back, errorCallbackURL: back.optional() }),
  },
  responses: {
    302: { description: 'To the workbench; `error` says why not' },
    ...errorAnswers,
    ...tooManyAnswer,
  },
});
const signOut = createRoute({
  method: 'post',
  path: `${authPath}/sign-out`,
  summary: 'Ends the session',
  responses: { 200: json(doneSchema, 'Signed out'), ...errorAnswers },
});

/** The part of the sign-in library that the outside may reach. Everything else of it (making
 *  accounts, sending links, reading session tokens) answers as if it were not there. */
export function signInRoutes({ store, signIn }: Services) {
  const routes = newApi();
  for (const route of [byEmail, byOrganisation, comingBack, byLink, signOut]) {
    routes.openAPIRegistry.registerPath(route);
    routes.on(route.method, route.path, async context => {
      const response = await signIn.auth.handler(context.req.raw);
      if (route === byEmail && response.status === 401) {
        const address = context.req.raw.headers.get(addressHeader) ?? '';
        await addAuditEvent(store, {
          actor: 'sign-in',
          action: 'sign-in-refused',
          detail: { address },
        });
      }
      if (response.status >= 400) {
        const { body, headers } = await refusalOf(response);
        return Response.json(body, { status: response.status, headers });
      }
      if (route === byEmail || route === signOut) {
        // The library's own answer holds the session's token, which no script should see.
        return Response.json({ done: true }, { headers: cookiesOf(response) });
      }
      return response;
    });
  }
  return routes;
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
