import { splitUnescaped } from './split-raw.ts';

export type Table = {
  readonly kind: 'table';
  /** Known to be one by the line of dashes under it. */
  readonly header: readonly string[] | null;
  readonly rows: (readonly string[])[];
};

export type Item = {
  readonly kind: 'item';
  readonly raw: string;
  readonly content: string;
  readonly indent: number;
  readonly numbered: boolean;
};

export type Line = { readonly kind: 'text'; readonly raw: string; readonly indent: number };
type Heading = { readonly kind: 'heading'; readonly raw: string; readonly depth: number };

/** A line drawn across: what comes after it is no part of what stood before. */
export type Rule = { readonly kind: 'rule' };

/** A line of Markdown, or a whole table, by what it is; `bold` is a line that is all label. */
export type Token =
  | { readonly kind: 'blank' }
  | { readonly kind: 'bold'; readonly raw: string }
  | Line
  | Heading
  | Item
  | Table;

const blank: Token = { kind: 'blank' };

const bullet = /^(?:[├└│┣┗┃][─━┄\s│┃├└]*|[-*+–—→]\s+|[•●○▪■□◆◇◦‣⁃►▶▸✓✔☐☑❖➢➤·]\s*)(?:\[[ xX]\]\s+)?/;
const ordinal =
  /^(?:\d{1,3}(?:、|[.．)）](?:\s+|(?=[\p{Script=Han}*_【“"(（])))|[（(]\d{1,2}[)）]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*/u;

/** Markdown by lines, without any knowledge of what a report is. Takes time linear in the text. */
export function tokenise(markdown: string): (Token | Rule)[] {
  const tokens: (Token | Rule)[] = [];
  const lines = markdown.split('\n').map(unquote);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const table = readTable(lines, at);
    if (table !== null) {
      addTable(tokens, table.table);
      at = table.end - 1;
    } else if (isUnderline(line)) {
      underline(tokens, line.includes('=') ? 1 : 2);
    } else tokens.push(classifyLine(line));
  }
  return tokens;
}

/** A line on its own; what only its neighbours can tell (tables, underlined headings) is text. */
export function classifyLine(line: string): Token {
  const text = line.trim();
  if (text === '') return blank;
  const heading = readHeading(text);
  if (heading !== null) return heading.raw === '' ? blank : heading;
  if (isWholeLabel(text)) return { kind: 'bold', raw: text };
  const indent = line.length - line.trimStart().length;
  const ordinalMark = ordinal.exec(text)?.[0];
  const mark = ordinalMark ?? bullet.exec(text)?.[0];
  if (mark === undefined) return { kind: 'text', raw: text, indent };
  const content = text.slice(mark.length);
  return {
    kind: 'item',
    raw: line.trimEnd(),
    content,
    indent,
    numbered: ordinalMark !== undefined,
  };
}

/** Whether the line could be part of a table, a rule, a quotation or a fence. */
export function isLaidOut(line: string): boolean {
  return (
    isRow(line) ||
    isUnderline(line) ||
    isDelimiter(`|${line}`) ||
    quotation.test(line) ||
    fence.test(line)
  );
}

const quotation = /^[ \t]*(?:>[ \t]?)+/;
const fence = /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:[\w+.-]+[ \t]*)?$/;

function unquote(line: string): string {
  return fence.test(line) ? '' : line.replace(quotation, '');
}

/** Also without the space that CommonMark wants, which Chinese texts often lack. */
function readHeading(text: string): Heading | null {
  const marks = /^#{1,6}(?!#)/.exec(text)?.[0];
  if (marks === undefined) return null;
  const rest = text.slice(marks.length);
  if (marks.length === 1 && /^[\d]/.test(rest)) return null;
  return { kind: 'heading', raw: closeHeading(rest.trim()), depth: marks.length };
}

function closeHeading(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === text.length || (end > 0 && !/\s/.test(text[end - 1]!))
    ? text
    : text.slice(0, end).trimEnd();
}

/** `**Label**`, `**Label:**`, `**Label**:`, `__Label__`, `【Label】`, a number before it or not. */
function isWholeLabel(text: string): boolean {
  if (text.length > 200) return false;
  return /^(?:[IVXivx]{1,5}[.、)]\s*|\d{1,2}[.、)]\s*)?(?:\*\*(?:(?!\*\*).)+\*\*|__(?:(?!__).)+__|【[^【】]+】)\s*[:：]?$/.test(
    text,
  );
}

function isUnderline(line: string): boolean {
  return /^\s*(?:={2,}|-{3,}|\*{3,}|_{3,}|(?:- ){2,}-|(?:\* ){2,}\*)\s*$/.test(line);
}

/** Rules are drawn under whole paragraphs as well; only what could be a heading becomes one. */
function underline(tokens: (Token | Rule)[], depth: number): void {
  const last = tokens.at(-1);
  const before = tokens.at(-2)?.kind ?? 'blank';
  const isLine = last?.kind === 'text' || (last?.kind === 'item' && last.numbered);
  const isAlone = before !== 'text' && before !== 'item';
  if (isLine && isAlone && last.raw.length <= 120 && !/[.。!！?？;；,，]$/.test(last.raw)) {
    tokens[tokens.length - 1] = { kind: 'heading', raw: last.raw.trim(), depth };
  } else tokens.push({ kind: 'rule' });
}

export function isRow(line: string): boolean {
  const text = line.trim();
  return text.startsWith('|') || isTabbed(text);
}

/** Tables that were copied out of a document have tabs; so has what follows a list's mark. */
function isTabbed(text: string): boolean {
  return text.includes('\t') && text.replace(ordinal, '').replace(bullet, '').includes('\t');
}

function isDelimiter(line: string | undefined): boolean {
  return (
    line !== undefined && /^[\s|:+=—–-]+$/.test(line) && /[-=—–]/.test(line) && /[|+]/.test(line)
  );
}

function readTable(lines: readonly string[], start: number): { table: Table; end: number } | null {
  const first = lines[start]!;
  const headed = isDelimiter(lines[start + 1]) && first.includes('|');
  if (!isRow(first) && !headed && !isDelimiter(first)) return null;
  const rows: string[][] = [];
  let end = start;
  for (; end < lines.length; end += 1) {
    const line = lines[end]!;
    if (!isRow(line) && !isDelimiter(line) && !(headed && line.includes('|'))) break;
    if (!isDelimiter(line)) rows.push(readCells(line));
  }
  const header = headed && !isDelimiter(first) ? (rows.shift() ?? null) : null;
  return { table: { kind: 'table', header, rows }, end };
}

export function readCells(line: string): string[] {
  const text = line.trim();
  if (!text.startsWith('|') && isTabbed(text)) return text.split(/\t+/).map(cell => cell.trim());
  const cells = splitUnescaped(text, '|').map(cell => cell.trim());
  if (text.startsWith('|')) cells.shift();
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
}

/** Rows after a blank line go on with the table before it unless they bring a header. */
function addTable(tokens: (Token | Rule)[], table: Table): void {
  let last = tokens.length - 1;
  while (tokens[last]?.kind === 'blank') last -= 1;
  const before = tokens[last];
  if (table.header !== null || before?.kind !== 'table' || before.header === null)
    tokens.push(table);
  else for (const row of table.rows) before.rows.push(row);
}
