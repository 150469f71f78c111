import type { z } from 'zod';
import { workspaceSchema } from './workspace-schema.ts';

export type Explanation = { path: PropertyKey[]; text: string };

/** Says what an issue of the workspace schema means, and what is allowed there. Names settings
 *  only, never what was written for them: that may be a secret. */
export function explainIssue(issue: z.core.$ZodIssue, file: unknown): Explanation[] {
  const { path } = issue;
  const at = path.map(String).join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...path, key],
        text: `${[...path.map(String), key].join('.')} is not a known setting; allowed: ${allowedKeys(path)}`,
      }));
    case 'invalid_value':
      return [
        {
          path,
          text: `${at} ${mustBe(file, path)} one of: ${issue.values.map(String).join(', ')}`,
        },
      ];
    case 'invalid_type':
      return [{ path, text: `${at} ${mustBe(file, path)} ${inWords(issue.expected)}` }];
    case 'invalid_key':
      return [{ path, text: `${at} as a name ${issue.issues[0]?.message}` }];
    case 'invalid_union':
      return explainUnion(issue, at, file);
    case 'too_small':
      return [
        {
          path,
          text: `${at} must ${bound(issue.origin, 'at least', issue.minimum, issue.inclusive)}`,
        },
      ];
    case 'too_big':
      return [
        {
          path,
          text: `${at} must ${bound(issue.origin, 'at most', issue.maximum, issue.inclusive)}`,
        },
      ];
    default:
      return [{ path, text: `${at} ${issue.message}` }];
  }
}

function bound(
  origin: string,
  side: 'at least' | 'at most',
  limit: number | bigint,
  inclusive = true,
): string {
  if (origin === 'string') return `have ${side} ${limit} character${limit === 1 ? '' : 's'}`;
  if (inclusive) return `be ${side} ${limit}`;
  return `be ${side === 'at least' ? 'more' : 'less'} than ${limit}`;
}

function mustBe(file: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = file;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | null)?.[step];
  if (value === undefined) return 'is missing; it must be';
  return value === null ? 'is empty; it must be' : 'must be';
}

function inWords(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of settings',
    record: 'a group of named entries ({} for none)',
  };
  return words[type] ?? type;
}

/** The branch that was meant is the one that got furthest, then the one with least to mend.
 *  Where none stands out, the union's own message says what there is to choose from. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  at: string,
  file: unknown,
): Explanation[] {
  const ranked = issue.errors
    .map(issues => ({ issues, depth: Math.max(0, ...issues.map(({ path }) => path.length)) }))
    .sort((a, b) => b.depth - a.depth || a.issues.length - b.issues.length);
  const [best, next] = ranked;
  const standsOut =
    best &&
    best.depth > 0 &&
    !(next && next.depth === best.depth && next.issues.length === best.issues.length);
  if (!standsOut) {
    return [{ path: issue.path, text: `${at} is not valid; allowed: ${issue.message}` }];
  }
  return best.issues.flatMap(inner =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, file),
  );
}

/** The keys of the object schema at a path, read from the schema itself. */
function allowedKeys(path: readonly PropertyKey[]): string {
  let schemas: unknown[] = [workspaceSchema];
  for (const step of path)
    schemas = schemas.flatMap(unwrapped).flatMap(schema => childOf(schema, step));
  return schemas
    .flatMap(unwrapped)
    .flatMap(schema => [
      ...Object.keys(schema.shape ?? {}),
      ...(schema.def?.keyType?.options ?? []),
    ])
    .join(', ');
}

type Inside = {
  shape?: Record<PropertyKey, unknown>;
  def?: {
    innerType?: unknown;
    options?: unknown[];
    keyType?: { options?: string[] };
    valueType?: unknown;
    element?: unknown;
  };
};

/** Past defaults and optionals; of a union, each of its branches. */
function unwrapped(schema: unknown): Inside[] {
  const inside = schema as Inside | undefined;
  if (inside?.def?.innerType) return unwrapped(inside.def.innerType);
  if (inside?.def?.options) return inside.def.options.flatMap(unwrapped);
  return inside ? [inside] : [];
}

function childOf(schema: Inside, step: PropertyKey): unknown[] {
  return [schema.shape?.[step] ?? schema.def?.valueType ?? schema.def?.element ?? []].flat();
}
