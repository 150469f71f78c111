import { z } from 'zod';

const bodySchema = z.object({
  code: z.string().min(1),
  message: z.string().default(''),
  hint: z.string().optional(),
});

/** An answer that is no success, or none at all (`status` 0). The code is looked up in the
 *  language files; message and hint are the server's own words, for codes unknown there. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string | undefined;

  constructor(status: number, code: string, message = '', hint?: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** Reads the error out of an answer. What stands between page and server (a proxy, the
 *  sign-in library) answers in shapes of its own, so the status decides where no code does. */
export function apiErrorOf(status: number, body: unknown): ApiError {
  const told = bodySchema.safeParse(body);
  if (status === 429) return new ApiError(status, 'too-many-requests');
  if (!told.success) return new ApiError(status, codeOfStatus(status));
  const { code, message, hint } = told.data;
  return new ApiError(status, code.toLowerCase().replaceAll('_', '-'), message, hint);
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  return status >= 500 ? 'server-failed' : 'unexpected-answer';
}
