import type { z } from 'zod';
import { ApiError, apiErrorOf } from './api-error.ts';

export type Asking = {
  method?: 'GET' | 'POST' | 'PATCH';
  body?: unknown;
  signal?: AbortSignal;
};

/** Asks the server and holds its answer to a schema. Every failure is an `ApiError`. */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  { method = 'GET', body, signal }: Asking = {},
): Promise<z.output<Schema>> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  }).catch(error => {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw apiErrorOf(response.status, answer);
  return parseAnswer(schema, answer, response.status);
}

export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  status = 200,
): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ApiError(status, 'unexpected-answer');
  return parsed.data;
}
