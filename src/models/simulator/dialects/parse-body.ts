import type { z } from 'zod';
import { BadRequest } from '../bad-request.ts';

/** A stranger's body in the form that we read; what else it holds is left alone. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(issue => issue.path.join('.') || 'the body');
  throw new BadRequest(`Not in the expected form: ${[...new Set(paths)].slice(0, 5).join(', ')}.`);
}
