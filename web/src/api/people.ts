import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  auditPageSchema,
  type invitationSchema,
  linkSchema,
  type Person,
  personSchema,
  type Role,
} from '../../../src/contracts/people/index.ts';
import { request } from './request.ts';

const peopleSchema = z.object({ people: z.array(personSchema) });
const invitedSchema = z.object({ person: personSchema, link: linkSchema });

export type Invitation = z.input<typeof invitationSchema>;
export type OneTimeLink = z.output<typeof linkSchema>;

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await request(peopleSchema, '/api/people', { signal })).people,
});

export function invite(invitation: Invitation): Promise<{ person: Person; link: OneTimeLink }> {
  return request(invitedSchema, '/api/people', { method: 'POST', body: invitation });
}

export function changeRole({ id, role }: { id: string; role: Role }): Promise<Person> {
  return request(personSchema, `/api/people/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    body: { role },
  });
}

export function makeLink(id: string): Promise<OneTimeLink> {
  return request(linkSchema, `/api/people/${encodeURIComponent(id)}/link`, {
    method: 'POST',
    body: {},
  });
}

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) =>
    request(auditPageSchema, `/api/audit${pageParam === null ? '' : `?before=${pageParam}`}`, {
      signal,
    }),
  initialPageParam: null as number | null,
  getNextPageParam: page => page.next,
});
