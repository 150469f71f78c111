import { z } from 'zod';
import { type ErrorBody, errorBody } from './error-body.ts';

const refusalSchema = z
  .object({ code: z.string().optional(), message: z.string().optional() })
  .catch({});

/** A refusal of the sign-in library in the shape that all of ours have. */
export async function refusalOf(
  response: Response,
): Promise<{ body: ErrorBody; headers: Record<string, string> }> {
  if (response.status === 429) {
    const seconds = response.headers.get('x-retry-after') ?? '60';
    const hint = `Try again in ${seconds} seconds.`;
    return {
      body: errorBody('too-many-requests', 'too many attempts', undefined, hint),
      headers: { 'retry-after': seconds },
    };
  }
  const { code, message } = refusalSchema.parse(await response.json().catch(() => ({})));
  const kebab = code?.toLowerCase().replaceAll('_', '-');
  return {
    body: errorBody(kebab ?? 'request-invalid', message ?? 'the request is not valid'),
    headers: {},
  };
}
