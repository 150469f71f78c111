import { decodeEntities } from './decode-entities.ts';

/** No address or title is longer, pictures written into their own address apart. */
const longest = 4096;
const deepest = 8;

export type Destination = { src: string; title: string; end: number };

/** The address behind a picture's brackets. Spaces within it are allowed: converters name files so. */
export function readDestination(text: string, open: number, end: number): Destination | null {
  let at = open + 1;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  if (text.startsWith('data:', at)) return readData(text, at, end);
  const limit = Math.min(end, open + longest);
  if (text[at] === '<') {
    const close = indexWithin(text, '>', at, limit);
    const last = close < 0 ? -1 : indexWithin(text, ')', close, limit);
    if (last >= 0) {
      const title = splitTitle(text.slice(close, last).trimEnd())[1];
      return { src: tidy(text.slice(at + 1, close)), title, end: last + 1 };
    }
  }
  const close = findClosing(text, at, limit);
  if (close < 0) return null;
  const [src, title] = splitTitle(text.slice(at, close).trimEnd());
  return { src: tidy(src), title, end: close + 1 };
}

const openings: Readonly<Record<string, string>> = { '"': '"', "'": "'", ')': '(' };

function splitTitle(written: string): [src: string, title: string] {
  const opening = openings[written.at(-1) ?? ''];
  if (!opening) return [written, ''];
  for (let at = written.length - 2; at > 0; at--)
    if (written[at] === opening && isSpace(written.charCodeAt(at - 1)))
      return [written.slice(0, at), tidy(written.slice(at + 1, -1))];
  return [written, ''];
}

function findClosing(text: string, from: number, limit: number): number {
  let depth = 0;
  let quote = '';
  for (let at = from; at < limit; at++) {
    const char = text[at]!;
    if (char === '\\') at++;
    else if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' && isSpace(text.charCodeAt(at - 1))) {
      const close = indexWithin(text, '"', at + 1, limit);
      if (close >= 0) quote = '"';
    } else if (char === '(') {
      if (++depth > deepest) return -1;
    } else if (char === ')' && depth-- === 0) return at;
    else if (char === '\n' && text.slice(at + 1, at + 80).trim() === '') return -1;
  }
  return -1;
}

function readData(text: string, from: number, end: number): Destination | null {
  const close = /[^A-Za-z0-9+/=;:,._%\-\s]/g;
  close.lastIndex = from;
  const at = close.exec(text)?.index ?? end;
  if (at >= end) return null;
  const isTitled = text[at] === '"' || text[at] === "'";
  const last = isTitled ? indexWithin(text, ')', at, Math.min(end, at + longest)) : at;
  if (last < 0 || text[last] !== ')') return null;
  const title = isTitled ? splitTitle(text.slice(at - 1, last).trimEnd())[1] : '';
  return { src: text.slice(from, at).replace(/\s+.*$/s, ''), title, end: last + 1 };
}

function tidy(src: string): string {
  const plain = src.trim().replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return decodeEntities(plain);
}

function indexWithin(text: string, sign: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (text[at] === sign) return at;
  return -1;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
