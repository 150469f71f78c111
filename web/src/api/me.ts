import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { personSchema } from '../../../src/contracts/people/index.ts';
import { request } from './request.ts';

const meSchema = personSchema.extend({ hasPassword: z.boolean() });
export type Me = z.output<typeof meSchema>;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request(meSchema, '/api/me', { signal }),
  staleTime: 5 * 60_000,
});

export async function savePassword(wish: { password: string; current?: string }): Promise<void> {
  await request(z.unknown(), '/api/me/password', { method: 'POST', body: wish });
}
