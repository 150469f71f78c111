import { decodeInline } from '../markdown/decode-inline.ts';
import { readNothing } from '../markdown/is-nothing.ts';
import type { Token } from '../markdown/tokenise.ts';
import type { Segment } from './cursor.ts';

/** The Markdown of tokens, line by line, without blank lines at either end. */
export function rawOf(tokens: readonly Token[]): string {
  const lines = tokens.flatMap(linesOf);
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start] === '') start += 1;
  while (end > start && lines[end - 1] === '') end -= 1;
  return lines.slice(start, end).join('\n');
}

function linesOf(token: Token): string[] {
  if (token.kind === 'blank') return [''];
  if (token.kind !== 'table') return [token.raw];
  return [...(token.header === null ? [] : [token.header]), ...token.rows].map(row =>
    row.join(' | '),
  );
}

/** Raw Markdown as plain text, or undefined where it says nothing. */
export function plainOf(raw: string): string | undefined {
  if (readNothing(raw) !== null) return undefined;
  const text = decodeInline(stripBreaks(raw));
  return /\S/.test(text) ? text : undefined;
}

/** Tags that only end a line have nothing to end at the end of a text. */
function stripBreaks(raw: string): string {
  let text = raw.trim();
  for (;;) {
    const start =
      /^<(?:br|\/?(?:p|ul|ol|li|div))(?:\s[^<>]{0,100}|\s*\/)?>/i.exec(text)?.[0].length ?? 0;
    const end = /<(?:br\s*\/?|\/(?:p|ul|ol|li|div))>$/i.exec(text.slice(-20))?.[0].length ?? 0;
    if (start + end === 0 || start + end > text.length) return text;
    text = text.slice(start, text.length - end).trim();
  }
}

export type Leave = (label: string | null, raw: string) => void;

/** Those opened under their own section come first, whatever their order in the document. */
export function homeFirst(segments: readonly Segment[]): Segment[] {
  return [
    ...segments.filter(({ strayed }) => !strayed),
    ...segments.filter(({ strayed }) => strayed),
  ];
}

/** A list of one is no list. */
export function wordsOf(tokens: readonly Token[]): string {
  const [only, ...others] = tokens.filter(({ kind }) => kind !== 'blank');
  return only?.kind === 'item' && others.length === 0 ? only.content : rawOf(tokens);
}

/** The first text that says something. Another one that differs is left, not joined to it. */
export function readText(segments: readonly Segment[], leave: Leave): string | undefined {
  let found: string | undefined;
  for (const { label, tokens } of homeFirst(segments)) {
    const raw = wordsOf(tokens);
    const text = plainOf(raw);
    if (found === undefined) found = text;
    else if (text !== undefined && text !== found) leave(label, raw);
  }
  return found;
}

/** Leaves all that the segments say. */
export function leaveAll(segments: readonly Segment[], leave: Leave): void {
  for (const { label, tokens } of segments) leave(label, rawOf(tokens));
}
