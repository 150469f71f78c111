import type { JsonSchema } from '../ask.ts';

// Texts of a pipeline hold one schema at most; a stranger's text may hold a million braces.
const mostTries = 20;

/** A JSON Schema of an object that stands in a text: from a brace to the last brace of its
 *  line, or of the text. */
export function findToldSchema(text: string): JsonSchema | null {
  if (!text.includes('"properties"')) return null;
  let start = text.indexOf('{');
  for (let tries = 0; start >= 0 && tries < mostTries; tries++) {
    const line = text.indexOf('\n', start);
    const schema =
      readSchema(text, start, line < 0 ? text.length : line) ??
      (line < 0 ? null : readSchema(text, start, text.length));
    if (schema) return schema;
    start = text.indexOf('{', line < 0 ? text.length : line);
  }
  return null;
}

function readSchema(text: string, start: number, end: number): JsonSchema | null {
  const close = text.lastIndexOf('}', end - 1);
  if (close <= start) return null;
  try {
    const value: unknown = JSON.parse(text.slice(start, close + 1));
    return isSchema(value) ? value : null;
  } catch {
    return null;
  }
}

function isSchema(value: unknown): value is { [key: string]: unknown } {
  return (
    typeof value === 'object' && value !== null && 'properties' in value && !Array.isArray(value)
  );
}
