import { createRoute, z } from '@hono/zod-openapi';
import {
  auditPageSchema,
  invitationSchema,
  linkSchema,
  personSchema,
  roleSchema,
} from '../../contracts/people/index.ts';
import {
  addAuditEvent,
  addPerson,
  changeRole,
  readAuditEvents,
  readPeople,
} from '../../store/index.ts';
import { newApi, type Services } from '../context.ts';
import { errorAnswers, errorBody } from '../error-body.ts';
import { guard } from '../guard.ts';

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const id = z.object({ id: z.string() });

const list = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'Who may sign in (admin)',
  responses: {
    200: json(z.object({ people: z.array(personSchema) }), 'Everybody'),
    ...errorAnswers,
  },
});
const invite = createRoute({
  method: 'post',
  path: '/api/people',
  summary: 'Adds a person and makes the link that lets them in (admin)',
  request: { body: { content: { 'application/json': { schema: invitationSchema } } } },
  responses: {
    200: json(z.object({ person: personSchema, link: linkSchema }), 'Invited'),
    ...errorAnswers,
  },
});
const change = createRoute({
  method: 'patch',
  path: '/api/people/{id}',
  summary: 'Gives a person another role (admin)',
  request: {
    params: id,
    body: { content: { 'application/json': { schema: z.object({ role: roleSchema }) } } },
  },
  responses: { 200: json(personSchema, 'Changed'), ...errorAnswers },
});
const link = createRoute({
  method: 'post',
  path: '/api/people/{id}/link',
  summary: 'Makes a new one-time link for a person (admin)',
  request: { params: id },
  responses: { 200: json(linkSchema, 'The link'), ...errorAnswers },
});
const audit = createRoute({
  method: 'get',
  path: '/api/audit',
  summary: 'The audit log, newest first (admin)',
  request: { query: z.object({ before: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(auditPageSchema, 'A page'), ...errorAnswers },
});

export function peopleRoutes({ store, signIn }: Services) {
  const routes = newApi();
  const admin = guard(signIn, ['admin']);
  for (const path of ['/api/people', '/api/people/*', '/api/audit']) routes.use(path, admin);

  return routes
    .openapi(list, async context => context.json({ people: await readPeople(store) }, 200))
    .openapi(invite, async context => {
      const person = await addPerson(store, context.req.valid('json'));
      const actor = context.get('person').id;
      await addAuditEvent(store, {
        actor,
        action: 'person-invited',
        subject: person.id,
        detail: { role: person.role },
      });
      return context.json({ person, link: await signIn.oneTimeLink(person) }, 200);
    })
    .openapi(change, async context => {
      const { role } = context.req.valid('json');
      const person = await changeRole(store, context.req.valid('param').id, role);
      const actor = context.get('person').id;
      await addAuditEvent(store, {
        actor,
        action: 'role-changed',
        subject: person.id,
        detail: { role },
      });
      return context.json(person, 200);
    })
    .openapi(link, async context => {
      const person = (await readPeople(store)).find(
        one => one.id === context.req.valid('param').id,
      );
      if (!person) return context.json(errorBody('no-such-person', 'there is no such person'), 400);
      const actor = context.get('person').id;
      await addAuditEvent(store, { actor, action: 'link-made', subject: person.id });
      return context.json(await signIn.oneTimeLink(person), 200);
    })
    .openapi(audit, async context => {
      const { before } = context.req.valid('query');
      const page = { limit: 100, ...(before === undefined ? {} : { before }) };
      return context.json(await readAuditEvents(store, page), 200);
    });
}
