import { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../contracts/people/index.ts';
import type { Store } from '../store/index.ts';
import { errorBody } from './error-body.ts';
import type { SignIn } from './sign-in.ts';

/** What every route gets from the server. */
export type Services = { store: Store; signIn: SignIn };

export type Variables = { person: Person };
export type Api = OpenAPIHono<{ Variables: Variables }>;

export function newApi(): Api {
  return new OpenAPIHono<{ Variables: Variables }>({
    defaultHook(result, context) {
      if (result.success) return undefined;
      const issue = result.error.issues[0];
      const place = issue?.path.join('.');
      return context.json(
        errorBody('request-invalid', issue?.message ?? 'not as the API wants it', place),
        400,
      );
    },
  });
}
