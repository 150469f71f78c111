import { createEmphasisPairer } from './pair-emphasis.ts';

const escaped = /\\([!-/:-@[-`{-~])/y;
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/y;
const tag =
  /<\/?(br|p|li|ol|ul|div|tr|td|th|b|strong|i|em|u|s|span|font|sub|sup|small|big|mark|code|center|a)(?:[\s/][^<>]{0,300})?>/iy;
const breaking = /^(?:br|p|li|ol|ul|div|tr)$/i;
const plain = /[^\\&<`*_\n]+/y;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  deg: '°',
  plusmn: '±',
  times: '×',
  divide: '÷',
  le: '≤',
  ge: '≥',
  asymp: '≈',
  micro: 'µ',
  middot: '·',
  bull: '•',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rarr: '→',
  larr: '←',
  harr: '↔',
  alpha: 'α',
  beta: 'β',
  prime: '′',
  Prime: '″',
};

/**
 * Markdown within a block to the plain text it stands for: escapes and character references are
 * resolved; marks of emphasis and code and common HTML tags go; `<br>` and its like become line
 * breaks. Anything that does not read as markup stays as it is.
 */
export function decodeInline(raw: string): string {
  const out: string[] = [];
  let takeEmphasis = createEmphasisPairer(out);
  let at = 0;
  while (at < raw.length) {
    const char = raw[at]!;
    let match: RegExpExecArray | null = null;
    if (char === '\\') {
      match = matchAt(escaped, raw, at);
      out.push(match?.[1] ?? char);
    } else if (char === '&') {
      match = matchAt(reference, raw, at);
      out.push(match === null ? char : resolveReference(match));
    } else if (char === '<') {
      match = matchAt(tag, raw, at);
      if (match === null) out.push(char);
      else if (breaks(match[1]!, out.at(-1))) out.push('\n');
    } else if (char === '*' || char === '_') {
      let end = at + 1;
      while (raw[end] === char) end += 1;
      takeEmphasis(raw, at, end);
      at = end;
      continue;
    } else if (char === '\n') {
      // A mark left open on one line must not take its partner from another.
      takeEmphasis = createEmphasisPairer(out);
      out.push(char);
    } else if (char !== '`') {
      match = matchAt(plain, raw, at);
      out.push(match?.[0] ?? char);
    }
    at += match?.[0].length ?? 1;
  }
  return out.join('');
}

function matchAt(pattern: RegExp, raw: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(raw);
}

/** `<br>` always breaks; a block's tag only parts what stands before it from what follows. */
function breaks(name: string, before: string | undefined): boolean {
  if (name.toLowerCase() === 'br') return true;
  return breaking.test(name) && before !== undefined && !before.endsWith('\n');
}

function resolveReference([whole, decimal, hex, name]: RegExpExecArray): string {
  if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : whole;
  const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return point > 0x10ffff ? whole : String.fromCodePoint(point);
}
