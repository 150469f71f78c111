import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from './request.ts';

const optionsSchema = z.object({ sso: z.boolean() });
const redirectSchema = z.object({ url: z.url({ protocol: /^https?$/ }) });

export const signInOptionsQuery = queryOptions({
  queryKey: ['auth-options'],
  queryFn: ({ signal }) => request(optionsSchema, '/api/auth-options', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export async function signInByEmail(credentials: {
  email: string;
  password: string;
}): Promise<void> {
  await request(z.unknown(), '/api/auth/sign-in/email', { method: 'POST', body: credentials });
}

/** Gives the address of the organisation's own sign-in, to go to. */
export async function signInByOrganisation(): Promise<string> {
  const body = { provider: 'sso', callbackURL: '/', errorCallbackURL: '/' };
  const path = '/api/auth/sign-in/social';
  return (await request(redirectSchema, path, { method: 'POST', body })).url;
}

export async function signOut(): Promise<void> {
  await request(z.unknown(), '/api/auth/sign-out', { method: 'POST', body: {} });
}
