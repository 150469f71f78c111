import { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { SpinemedError } from '../errors/index.ts';

export const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  place: z.string().optional(),
  hint: z.string().optional(),
});

export type ErrorBody = z.output<typeof errorSchema>;

export function errorBody(code: string, message: string, place?: string, hint?: string): ErrorBody {
  return { code, message, ...(place ? { place } : {}), ...(hint ? { hint } : {}) };
}

export type ErrorAnswer = { status: ContentfulStatusCode; body: ErrorBody };

/** Any failure as an answer: ours in its own words, a stranger's without any. */
export function answerOf(error: unknown): ErrorAnswer {
  if (error instanceof SpinemedError) {
    const status = { user: 400, retry: 503, us: 500 } as const;
    return {
      status: status[error.mender],
      body: errorBody(error.code, error.message, error.place, error.hint),
    };
  }
  if (error instanceof HTTPException) {
    const hint = 'Its body must be JSON as /openapi.json describes it.';
    return {
      status: error.status,
      body: errorBody('request-invalid', 'the request cannot be read', undefined, hint),
    };
  }
  const code = databaseCodeOf(error);
  if (code === nulInText) {
    return { status: 400, body: errorBody('request-invalid', 'a text holds a NUL character') };
  }
  if (databaseAway.test(code)) {
    const message = 'the database does not answer just now';
    return { status: 503, body: errorBody('database-unreachable', message) };
  }
  return {
    status: 500,
    body: errorBody('defect', 'unexpected, and ours to mend; the log says more'),
  };
}

/** PostgreSQL keeps no NUL in a text: one that reaches it came with the request. */
const nulInText = '22021';
const databaseAway = /^(08|57P)|^E(CONN|TIMEDOUT|PIPE)/;

/** The code of what the driver threw, also from within a query builder's own error. */
function databaseCodeOf(error: unknown): string {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') return inner.code;
  }
  return '';
}

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
});

/** The error answers a route can give, for its OpenAPI entry. */
export const errorAnswers = {
  400: answer('The request is not valid'),
  401: answer('Nobody is signed in'),
  403: answer('The role, or the page that asks, is not allowed to'),
};
export const notFoundAnswer = { 404: answer('There is no such thing') };
export const tooManyAnswer = {
  429: answer('Too many attempts; Retry-After says how long to wait'),
};
