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
import { errorAnswers, errorBody, notFoundAnswer } from '../error-body.ts';
import { guard } from '../guard.ts';
import { json, jsonBody } from './json.ts';

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
  request: { body: jsonBody(invitationSchema, 'Who, and as what') },
  responses: {
    200: json(z.object({ person: personSchema, link: linkSchema }), 'Invited'),
    ...errorAnswers,
  },
});
const change = createRoute({
  method: 'patch',
  path: '/api/people/{id}',
  summary: 'Gives a person another role (admin)',
  request: { params: id, body: jsonBody(z.object({ role: roleSchema }), 'The role') },
  responses: { 200: json(personSchema, 'Changed'), ...errorAnswers, ...notFoundAnswer },
});
const link = createRoute({
  method: 'post',
  path: '/api/people/{id}/link',
  summary: 'Makes a new one-time link for a person (admin)',
  request: { params: id },
  responses: { 200: json(linkSchema, 'The link'), ...errorAnswers, ...notFoundAnswer },
});
const audit = createRoute({
  method: 'get',
  path: '/api/audit',
  summary: 'The audit log, newest first (admin)',
  request: { query: z.object({ before: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(auditPageSchema, 'A page'), ...errorAnswers },
});
const nobody = errorBody('no-such-person', 'there is no such person');

export function peopleRoutes({ store, signIn }: Services) {
  const routes = newApi();
  const admin = guard(signIn, ['admin']);
  for (const path of ['/api/people', '/api/people/*', '/api/audit']) routes.use(path, admin);
  const find = async (wanted: string) =>
    (await readPeople(store)).find(person => person.id === wanted);

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
      const known = await find(context.req.valid('param').id);
      if (!known) return context.json(nobody, 404);
      const person = await changeRole(store, known.id, role);
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
      const person = await find(context.req.valid('param').id);
      if (!person) return context.json(nobody, 404);
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
