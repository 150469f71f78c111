import type { z } from '@hono/zod-openapi';

/** A JSON answer of an OpenAPI entry. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON body of an OpenAPI entry. It is said to be required: else a body that is missing,
 *  or does not say that it is JSON, would reach the route unchecked. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { ...json(schema, description), required: true };
}
