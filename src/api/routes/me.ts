import { createRoute, z } from '@hono/zod-openapi';
import { passwordSchema, personSchema } from '../../contracts/people/index.ts';
import { addAuditEvent } from '../../store/index.ts';
import { newApi, type Services } from '../context.ts';
import { errorAnswers, errorBody } from '../error-body.ts';
import { guard } from '../guard.ts';

const meSchema = personSchema.extend({ hasPassword: z.boolean() });
const doneSchema = z.object({ done: z.literal(true) });

const me = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in',
  responses: {
    200: { description: 'You', content: { 'application/json': { schema: meSchema } } },
    ...errorAnswers,
  },
});
const setPassword = createRoute({
  method: 'post',
  path: '/api/me/password',
  summary: 'Sets or changes the password of who is signed in',
  request: {
    body: {
      content: {
        'application/json': { schema: passwordSchema.extend({ current: z.string().optional() }) },
      },
    },
  },
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: doneSchema } } },
    ...errorAnswers,
  },
});
const options = createRoute({
  method: 'get',
  path: '/api/auth-options',
  summary: 'Which ways of signing in there are',
  responses: {
    200: {
      description: 'The ways',
      content: { 'application/json': { schema: z.object({ sso: z.boolean() }) } },
    },
  },
});

export function meRoutes({ store, signIn }: Services) {
  const routes = newApi();
  routes.use('/api/me', guard(signIn));
  routes.use('/api/me/*', guard(signIn));
  const hasPassword = async (headers: Headers) => {
    const accounts = await signIn.auth.api.listUserAccounts({ headers });
    return accounts.some(account => account.providerId === 'credential');
  };

  return routes
    .openapi(options, context => context.json({ sso: signIn.sso }, 200))
    .openapi(me, async context => {
      const { headers } = context.req.raw;
      return context.json(
        { ...context.get('person'), hasPassword: await hasPassword(headers) },
        200,
      );
    })
    .openapi(setPassword, async context => {
      const { headers } = context.req.raw;
      const { password, current } = context.req.valid('json');
      if (await hasPassword(headers)) {
        const body = {
          newPassword: password,
          currentPassword: current ?? '',
          revokeOtherSessions: true,
        };
        const changed = await signIn.auth.api
          .changePassword({ headers, body })
          .catch(() => undefined);
        if (!changed)
          return context.json(
            errorBody('password-wrong', 'the current password is not right'),
            400,
          );
      } else await signIn.auth.api.setPassword({ headers, body: { newPassword: password } });
      const { id } = context.get('person');
      await addAuditEvent(store, { actor: id, action: 'password-set', subject: id });
      return context.json({ done: true as const }, 200);
    });
}
