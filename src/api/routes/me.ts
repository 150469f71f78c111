import { createRoute, z } from '@hono/zod-openapi';
import { passwordSchema, personSchema } from '../../contracts/people/index.ts';
import { addAuditEvent } from '../../store/index.ts';
import { refusalOf } from '../auth-answer.ts';
import { newApi, type Services } from '../context.ts';
import { errorAnswers, errorBody, tooManyAnswer } from '../error-body.ts';
import { guard } from '../guard.ts';
import { json, jsonBody } from './json.ts';

const meSchema = personSchema.extend({ hasPassword: z.boolean() });
const doneSchema = z.object({ done: z.literal(true) });
const wishSchema = passwordSchema.extend({ current: z.string().max(128).optional() });

const me = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in',
  responses: { 200: json(meSchema, 'You'), ...errorAnswers },
});
const setPassword = createRoute({
  method: 'post',
  path: '/api/me/password',
  summary: 'Sets or changes the password of who is signed in; a change ends all other sessions',
  request: { body: jsonBody(wishSchema, 'The new password; the current one where there is one') },
  responses: { 200: json(doneSchema, 'Done'), ...errorAnswers, ...tooManyAnswer },
});
const options = createRoute({
  method: 'get',
  path: '/api/auth-options',
  summary: 'Which ways of signing in there are',
  responses: { 200: json(z.object({ sso: z.boolean() }), 'The ways') },
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
      const { password, current = '' } = context.req.valid('json');
      if (await hasPassword(headers)) {
        const answer = await signIn.changePassword(headers, {
          newPassword: password,
          currentPassword: current,
        });
        if (answer.status === 400)
          return context.json(
            errorBody('password-wrong', 'the current password is not right'),
            400,
          );
        if (!answer.ok) {
          const { body, headers } = await refusalOf(answer);
          return context.json(body, answer.status === 429 ? 429 : 401, headers);
        }
        for (const cookie of answer.headers.getSetCookie()) {
          context.header('set-cookie', cookie, { append: true });
        }
      } else await signIn.auth.api.setPassword({ headers, body: { newPassword: password } });
      const { id } = context.get('person');
      await addAuditEvent(store, { actor: id, action: 'password-set', subject: id });
      return context.json({ done: true as const }, 200);
    });
}
