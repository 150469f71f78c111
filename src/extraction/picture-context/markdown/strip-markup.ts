import { decodeEntities } from './decode-entities.ts';
import { readDestination } from './read-destination.ts';
import { anyTag } from './tags.ts';

/** Stands before what was superscript: the 2 of "Fig. 1²" is a reference, not a figure. */
export const raised = '\ue000';
/** A line break that the writing asks for; the lines of the file are those with \n. */
export const softBreak = '\v';

const signs = /[\\*_`<[\]&$~]/g;
const mathSpan = /\$[^$\n]{1,500}\$/y;
const entity = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,9});/y;
const autolink = /<((?:https?|mailto|ftp):[^<>\s]{1,2000})>/iy;

type Run = { piece: number; char: string; left: number };

/** What a reader would see: emphasis, links, code marks and tags are gone, the line breaks remain.
 *  A sign that pairs with nothing stays, such as the stars of "*p < 0.05". */
export function stripMarkup(raw: string): string {
  signs.lastIndex = 0;
  if (!signs.test(raw)) return raw;
  const pieces: string[] = [];
  const opened: Record<string, Run[]> = { '*': [], _: [] };
  const brackets: number[] = [];
  let from = 0;
  signs.lastIndex = 0;
  for (let match = signs.exec(raw); match; match = signs.exec(raw)) {
    const at = match.index;
    if (at > from) pieces.push(raw.slice(from, at));
    from = at + 1;
    switch (match[0]) {
      case '\\':
        if (/[!-/:-@[-`{-~]/.test(raw[at + 1] ?? '')) {
          pieces.push(raw[at + 1]!);
          from = at + 2;
        } else pieces.push('\\');
        break;
      case '*':
      case '_':
        from = endOfRun(raw, at);
        markRun(raw, at, from, pieces, opened[match[0]]!);
        break;
      case '`':
        break;
      case '~':
        if (raw[at + 1] === '~') from = endOfRun(raw, at);
        else pieces.push('~');
        break;
      case '&': {
        const found = matchAt(entity, raw, at);
        pieces.push(found ? decodeEntities(found[0]) : '&');
        if (found) from = at + found[0].length;
        break;
      }
      case '$': {
        const found = matchAt(mathSpan, raw, at);
        pieces.push(found?.[0] ?? '$');
        if (found) from = at + found[0].length;
        break;
      }
      case '<': {
        const [shown, end] = readTag(raw, at);
        pieces.push(shown);
        from = end;
        break;
      }
      case '[':
        brackets.push(pieces.push('[') - 1);
        break;
      default: {
        const open = brackets.pop();
        const link =
          open !== undefined && raw[at + 1] === '(' && readDestination(raw, at + 1, raw.length);
        if (link) {
          pieces[open] = '';
          from = link.end;
        } else pieces.push(']');
      }
    }
    signs.lastIndex = from;
  }
  pieces.push(raw.slice(from));
  return pieces.join('');
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readTag(raw: string, at: number): [string, number] {
  const link = matchAt(autolink, raw, at);
  if (link) return [link[1]!, at + link[0].length];
  const tag = matchAt(anyTag, raw, at);
  if (!tag) return ['<', at + 1];
  const name = tag[2]!.toLowerCase();
  const end = at + tag[0].length;
  if (name === 'br' || /^(?:p|div|tr|td|th|li|h[1-6]|figcaption|caption)$/.test(name))
    return [softBreak, end];
  return [name === 'sup' && !tag[1] ? raised : '', end];
}

function endOfRun(raw: string, at: number): number {
  let end = at;
  while (raw[end] === raw[at]) end++;
  return end;
}

/** A double sign pairs wherever it touches text, for converters write `**Figure 1.**Text`; a single one
 *  only at the edge of a word, since it may be a product or a footnote sign. */
function markRun(raw: string, start: number, end: number, pieces: string[], open: Run[]): void {
  const char = raw[start]!;
  const before = raw.charCodeAt(start - 1);
  const after = raw.charCodeAt(end);
  const isDouble = char === '*' && end - start >= 2;
  const opens = !isBlank(after) && (isDouble || !isWord(before));
  let closes = !isBlank(before) && (isDouble || !isWord(after));
  let left = end - start;
  while (closes && left > 0) {
    const opener = open.at(-1);
    if (!opener) break;
    if (opener.piece === pieces.length - 1 && pieces[opener.piece] !== '') break;
    const pairs = Math.min(left, opener.left);
    left -= pairs;
    opener.left -= pairs;
    pieces[opener.piece] = char.repeat(opener.left);
    if (opener.left === 0) open.pop();
    closes = opener.left === 0;
  }
  pieces.push(char.repeat(left));
  if (opens && left > 0) open.push({ piece: pieces.length - 1, char, left });
}

function isBlank(code: number): boolean {
  return Number.isNaN(code) || code <= 32 || code === 0xa0 || code === 0x3000;
}

function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 0xc0 && code < 0x250)
  );
}
