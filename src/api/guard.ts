import { createMiddleware } from 'hono/factory';
import { personSchema, type Role } from '../contracts/people/index.ts';
import type { Variables } from './context.ts';
import { errorBody } from './error-body.ts';
import type { SignIn } from './sign-in.ts';

/** Lets in who is signed in and, where roles are named, has one of them. */
export function guard(signIn: SignIn, roles?: readonly Role[]) {
  return createMiddleware<{ Variables: Variables }>(async (context, next) => {
    const session = await signIn.auth.api.getSession({ headers: context.req.raw.headers });
    if (!session) return context.json(errorBody('not-signed-in', 'nobody is signed in'), 401);
    const person = personSchema.parse(session.user);
    if (roles && !roles.includes(person.role)) {
      return context.json(
        errorBody('not-allowed', `this needs the role ${roles.join(' or ')}`),
        403,
      );
    }
    context.set('person', person);
    return next();
  });
}
