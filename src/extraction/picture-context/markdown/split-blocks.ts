import { blockStart } from './tags.ts';

export type BlockKind = 'text' | 'heading' | 'item' | 'row' | 'break';

export type Block = {
  kind: BlockKind;
  start: number;
  end: number;
  firstLine: number;
  /** Of a heading, 1 to 6. */
  level: number;
  isQuoted: boolean;
};

const atx = /#{1,6}(?=[ \t\r\u3000]|$)/y;
const bullet = /(?:[-*+•]|\(?\d{1,3}[.)])[ \t]+(?=\S)/y;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|\f+)$/;
/** Of a reference's address: shown nowhere. */
const definition =
  /\[[^\][\n]{1,999}\]:[ \t]*(?:<[^<>\n]{1,4096}>|[^\s<>]{1,4096})[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))?[ \t\r]*(?=\n|$)/y;
const underline = /^(?:=+|-{2,})[ \t]*$/;

/** Paragraphs, headings, list items, table rows and breaks of a Markdown text without code, in one pass
 *  over its lines. A line that begins with a tag of HTML or with a picture begins a block. */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let isInList = false;
  let line = 0;
  for (let at = 0; at < text.length; ) {
    line++;
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const lineStart = at;
    at = end + 1;
    let start = skipSpace(text, lineStart, end);
    const isQuoted = text[start] === '>';
    if (isQuoted) {
      while (start < end && (text[start] === '>' || isSpace(text.charCodeAt(start)))) start++;
    }
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    if (start === last) {
      if (text.slice(lineStart, end).includes('\f')) blocks.push(breakAt(start, last, line));
      open = null;
      isInList = false;
      continue;
    }
    const block = { start, end: last, firstLine: line, level: 0, isQuoted };
    const char = text[start]!;
    if (char === '#') {
      const marks = matchAt(atx, text, start);
      if (marks > 0) {
        blocks.push({ ...block, kind: 'heading', level: marks, start: start + marks });
        open = null;
        continue;
      }
    }
    if ((char === '=' || char === '-') && open && underline.test(text.slice(start, last))) {
      if (open.kind === 'text') {
        open.kind = 'heading';
        open.level = char === '=' ? 1 : 2;
      }
      open = null;
      continue;
    }
    if ('-*_'.includes(char) && last - start < 200 && rule.test(text.slice(start, last))) {
      blocks.push(breakAt(start, last, line));
      open = null;
      continue;
    }
    if (char === '[' && matchAt(definition, text, start) > 0) {
      open = null;
      continue;
    }
    if (char === '|') {
      if (!/^[|:\-\s]+$/.test(text.slice(start, Math.min(last, start + 400))))
        blocks.push({ ...block, kind: 'row' });
      open = null;
      continue;
    }
    const marker: number = matchAt(bullet, text, start);
    const isItem: boolean = marker > 0 && ((/\D/.test(char) && char !== '(') || !open || isInList);
    if (isItem) {
      open = { ...block, kind: 'item', start: start + marker };
      blocks.push(open);
      isInList = true;
      continue;
    }
    const beginsAnew: boolean =
      (char === '<' && matchAt(blockStart, text, start) > 0) || text.startsWith('![', start);
    if (open && !beginsAnew && (open.isQuoted || !isQuoted)) open.end = last;
    else {
      open = { ...block, kind: 'text' };
      blocks.push(open);
    }
  }
  return blocks;
}

function breakAt(start: number, end: number, firstLine: number): Block {
  return { kind: 'break', start, end, firstLine, level: 0, isQuoted: false };
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
  );
}
