import { decodeEntities } from './decode-entities.ts';

const longest = 8192;
const attribute = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?|\s*\/?/y;

/** An `<img>` tag that begins here, its attributes in any order and any quotes. */
export function readImageTag(
  text: string,
  start: number,
  end: number,
): { end: number; src: string; alt: string; title: string } | null {
  if (!/^<img[\s/]/i.test(text.slice(start, start + 5))) return null;
  const close = findTagEnd(text, start + 4, end);
  if (close < 0) return null;
  const written = text.slice(start + 4, close);
  const values = new Map<string, string>();
  attribute.lastIndex = 0;
  while (attribute.lastIndex < written.length) {
    const from = attribute.lastIndex;
    const match = attribute.exec(written);
    if (!match) break;
    const [whole, name, double, single, bare] = match;
    if (name !== undefined) {
      const value = double ?? single ?? bare ?? '';
      const key = name.toLowerCase();
      if (!values.has(key)) values.set(key, decodeEntities(value).trim());
    } else if (whole.length === 0) attribute.lastIndex = from + 1;
  }
  const src = values.get('src') || values.get('data-src');
  if (!src) return null;
  const say = (name: string) => (values.get(name) ?? '').replace(/\s+/g, ' ');
  return { end: close + 1, src, alt: say('alt'), title: say('title') };
}

/** Quotes shield what is within them. A tag without an end is given up at the next one's start, or
 *  after so much text that only a picture written into its own address could be longer. */
function findTagEnd(text: string, from: number, end: number): number {
  const isData = /^[^<>]{0,500}?=\s*["']?data:/.test(text.slice(from, from + 520));
  const limit = isData ? end : Math.min(end, from + longest);
  const stops = /["'<>]/g;
  let at = from;
  while (at < limit) {
    stops.lastIndex = at;
    const stop = stops.exec(text);
    if (!stop || stop.index >= limit) return -1;
    if (stop[0] === '>') return stop.index;
    if (stop[0] === '<') return -1;
    const close = closingQuote(text, stop[0], stop.index + 1, limit);
    if (close < 0) return -1;
    at = close + 1;
  }
  return -1;
}

function closingQuote(text: string, quote: string, from: number, limit: number): number {
  const data = /(?:data:|[A-Za-z0-9+/=,;:_%.-])*/y;
  data.lastIndex = from;
  data.exec(text);
  const to = Math.min(limit, Math.max(data.lastIndex, from) + longest);
  for (let at = Math.max(data.lastIndex, from); at < to; at++) if (text[at] === quote) return at;
  return -1;
}
