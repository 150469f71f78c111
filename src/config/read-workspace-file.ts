import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SpinemedError } from '../errors/index.ts';
import { type WorkspaceFile, workspaceSchema } from './workspace-schema.ts';

export function readWorkspaceFile(file: string): WorkspaceFile {
  return parseWorkspaceFile(readFileSync(file, 'utf8'), file);
}

/** Parses the text of a `spinemed.yaml`; the error names every line that is off. */
export function parseWorkspaceFile(text: string, file: string): WorkspaceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 20 } as object);
  const broken = document.errors[0];
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line;
    throw invalid(file, line, 'not valid YAML', 'Mend the line; indentation is by spaces.');
  }
  const parsed = workspaceSchema.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.flatMap(explain).map(finding => ({
    ...finding,
    line: lines.linePos(offsetOf(document, finding.path)).line,
  }));
  const first = findings[0]!;
  const others = findings.slice(1).map(other => `line ${other.line}: ${other.text}`);
  throw invalid(
    file,
    first.line,
    first.text,
    others.length ? `Also ${others.join('; ')}.` : undefined,
  );
}

function invalid(file: string, line: number, message: string, hint?: string): SpinemedError {
  return new SpinemedError({
    code: 'workspace-file-invalid',
    mender: 'user',
    message,
    place: `${file}:${line}`,
    hint,
  });
}

type Finding = { path: PropertyKey[]; text: string };

function explain(issue: z.core.$ZodIssue): Finding[] {
  const at = issue.path.map(String).join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...issue.path, key],
        text: `${[...issue.path.map(String), key].join('.')} is not a known setting; allowed: ${allowedKeys(issue.path)}`,
      }));
    case 'invalid_value':
      return [
        { path: issue.path, text: `${at} must be one of: ${issue.values.map(String).join(', ')}` },
      ];
    case 'invalid_type':
      return [
        {
          path: issue.path,
          text: `${at} is missing or of the wrong type: expected ${issue.expected}`,
        },
      ];
    case 'invalid_union':
      return explainUnion(issue, at);
    default:
      return [{ path: issue.path, text: `${at}: ${issue.message}` }];
  }
}

/** Of a union's branches the one that got furthest says most. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, at: string): Finding[] {
  const deepest = issue.errors
    .flat()
    .filter(inner => inner.path.length > 0 && inner.code !== 'unrecognized_keys')
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (deepest) return explain({ ...deepest, path: [...issue.path, ...deepest.path] });
  const choices = { database: 'embedded, or url: postgres://…', blobs: 'folder: PATH, or s3: {…}' };
  const allowed = choices[at as keyof typeof choices];
  return [
    { path: issue.path, text: `${at} is not valid${allowed ? `; allowed: ${allowed}` : ''}` },
  ];
}

/** The keys of the object schema at a path, read from the schema itself. */
function allowedKeys(path: PropertyKey[]): string {
  let schema: unknown = workspaceSchema;
  for (const step of [...path, null]) {
    while (isWrapper(schema)) schema = schema.def.innerType;
    if (step === null) break;
    schema = childOf(schema, step);
  }
  const shape = (schema as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape ? Object.keys(shape).join(', ') : 'see docs/workspace.md';
}

function isWrapper(schema: unknown): schema is { def: { innerType: unknown } } {
  return Boolean((schema as { def?: { innerType?: unknown } } | undefined)?.def?.innerType);
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  const any = schema as {
    shape?: Record<PropertyKey, unknown>;
    def?: { valueType?: unknown; element?: unknown; options?: unknown[] };
  };
  if (any?.shape) return any.shape[step];
  const inUnion = any?.def?.options?.map(option => childOf(option, step)).find(Boolean);
  return inUnion ?? any?.def?.valueType ?? any?.def?.element;
}

/** Where a path starts in the text; the nearest parent's place where it is missing. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(item => String(item.key) === String(path[length - 1]));
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
