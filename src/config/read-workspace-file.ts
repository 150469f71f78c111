import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { nameOf, SpinemedError } from '../errors/index.ts';
import { explainIssue } from './explain-issue.ts';
import { type WorkspaceFile, workspaceSchema } from './workspace-schema.ts';

/** Hundreds of models fit. The parser's time grows with the square of the number of keys. */
const largestBytes = 64 * 1024;

export function readWorkspaceFile(file: string): WorkspaceFile {
  const bytes = readBytes(file);
  const line = firstLineNotUtf8(bytes);
  if (line !== undefined) throw invalid(file, line, 'not UTF-8', 'Save the file as UTF-8.');
  return parseWorkspaceFile(bytes.toString('utf8'), file);
}

/** Parses the text of a `spinemed.yaml`; the error names every line that is off. */
export function parseWorkspaceFile(text: string, file: string): WorkspaceFile {
  if (text.length > largestBytes) {
    throw invalid(
      file,
      1,
      'larger than 64 KB',
      'That is no workspace file: see docs/workspace.md.',
    );
  }
  const lines = new LineCounter();
  const end = text.trimEnd().length;
  const lineAt = (offset: number) => Math.max(1, lines.linePos(Math.min(offset, end)).line);
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) {
    const { message, hint } = explainSyntax(broken);
    throw invalid(file, lineAt(broken.pos[0]), message, hint);
  }
  const alias = firstAlias(document);
  if (alias !== undefined) {
    throw invalid(file, lineAt(alias), 'aliases (*name) are not read here', 'Write the value out.');
  }
  const value = document.toJS() ?? {};
  const parsed = workspaceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues
    .flatMap(issue => explainIssue(issue, value))
    .map(finding => ({ ...finding, line: lineAt(offsetOf(document, finding.path)) }))
    .sort((a, b) => a.line - b.line);
  const first = findings[0]!;
  throw invalid(file, first.line, first.text, also(findings.slice(1)));
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new SpinemedError({
      code: 'workspace-file-unreadable',
      mender: 'user',
      message: `the workspace file cannot be read: ${nameOf(error)}`,
      place: file,
      hint: 'It must be a file that you may read.',
      cause: error,
    });
  }
}

function firstLineNotUtf8(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
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

const listed = 5;

function also(findings: ReadonlyArray<{ line: number; text: string }>): string | undefined {
  if (findings.length === 0) return undefined;
  const shown = findings.slice(0, listed).map(({ line, text }) => `line ${line}: ${text}`);
  const more = findings.length - shown.length;
  return `Also ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

/** In our own words: the parser's quote the file, which may hold what should not be shown. */
function explainSyntax({ code }: YAMLError): { message: string; hint: string } {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: 'this setting stands in the file twice', hint: 'Keep one of them.' };
    case 'TAB_AS_INDENT':
      return { message: 'a tab in the indentation', hint: 'Indent by spaces.' };
    case 'MULTIPLE_DOCS':
      return { message: 'a second document begins here', hint: 'Take the line --- out.' };
    case 'TAG_RESOLVE_FAILED':
      return { message: 'tags (!name) are not read here', hint: 'Write the value alone.' };
    case 'RESOURCE_EXHAUSTION':
      return { message: 'nested too deeply', hint: 'See docs/workspace.md for what is allowed.' };
    default:
      return {
        message: 'not valid YAML',
        hint: 'Look for a bracket or quote that is not closed, and for lines indented unevenly.',
      };
  }
}

/** Settings are short enough without aliases, and a few lines of them expand to gigabytes. */
function firstAlias(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return offset;
}

/** Where a path starts in the text; its nearest parent's place where it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(step));
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}
