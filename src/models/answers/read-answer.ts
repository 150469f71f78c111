import type { z } from 'zod';
import { findJson } from './find-json.ts';

export type ReadAnswer<Answer> =
  | { ok: true; answer: Answer }
  /** `complaint` says to the model what is wrong with its form; it quotes nothing. */
  | { ok: false; complaint: string };

/** Reads an answer that must be of a form. It is as the schema has it, or it is not read. */
export function readAnswer<Answer>(text: string, schema: z.ZodType<Answer>): ReadAnswer<Answer> {
  const value = findJson(text);
  if (value === undefined) return { ok: false, complaint: 'It holds no JSON object.' };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, answer: parsed.data };
  const issues = parsed.error.issues
    .slice(0, 12)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the object'}: ${message}`);
  return { ok: false, complaint: issues.join('; ') };
}
