import { z } from '@hono/zod-openapi';
import { describeError, SpinemedError } from '../errors/index.ts';

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

/** Any failure as an answer: ours in its own words, a stranger's without any. */
export function answerOf(error: unknown): { status: 400 | 500 | 503; body: ErrorBody } {
  if (!(error instanceof SpinemedError)) {
    return { status: 500, body: errorBody('defect', describeError(error)) };
  }
  const status = { user: 400, retry: 503, us: 500 } as const;
  return {
    status: status[error.mender],
    body: errorBody(error.code, error.message, error.place, error.hint),
  };
}

/** The error answers a route can give, for its OpenAPI entry. */
export const errorAnswers = {
  400: {
    description: 'The request is not valid',
    content: { 'application/json': { schema: errorSchema } },
  },
  401: {
    description: 'Nobody is signed in',
    content: { 'application/json': { schema: errorSchema } },
  },
  403: {
    description: 'The role does not allow it',
    content: { 'application/json': { schema: errorSchema } },
  },
};
