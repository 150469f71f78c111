import { matchAt } from '../match-at.ts';

const letter = "(?:[A-Za-z](?![A-Za-z])|[ivx]{2,4}(?![A-Za-z])|[a-h]{2,4}(?![a-z]))['′″]{0,2}";
const joint = '\\s*(?:[-‐‑–—−~～∼,、;/&]|,?\\s*and\\b|,?\\s*or\\b|和|及|与|至|到|to\\b)\\s*';
const detail = '(?:\\s?\\([ivx]{1,4}\\))?';
const attached = new RegExp(
  `(?:${letter}\\d{0,2}|[-.]${letter}(?!\\d))${detail}(?:${joint}(?:and\\s+)?(?:${letter}${detail})(?!\\.?\\d))*`,
  'y',
);
const bracketed = new RegExp(
  `\\s?[(（]\\s*${letter}(?:${joint}(?:and\\s+)?${letter})*\\s*[)）](?:(?:${joint}(?:and\\s+)?)?[(（]\\s*${letter}\\s*[)）])*`,
  'y',
);
const apart = new RegExp(
  `(?:[,:]?\\s)${letter}(?=\\s*[),;.\\]\\-–—]|\\s+and\\s+[A-Za-z]\\b|$)(?:${joint}${letter})*`,
  'y',
);

/** The panels behind a figure's number: 2A, 2A–C, 2(a), "2 a, b". */
export function readPanels(text: string, at: number): { letters: string; end: number } | null {
  for (const pattern of [attached, bracketed, apart]) {
    const found = matchAt(pattern, text, at);
    if (found) return { letters: spread(found), end: at + found.length };
  }
  return null;
}

/** Panels from one letter to another. */
export function panelsBetween(first: string, last: string): string {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  let letters = '';
  for (let code = from; code <= to; code++) letters += String.fromCharCode(code);
  return letters;
}

function spread(written: string): string {
  const letters = new Set<string>();
  const pattern =
    /(?<![A-Za-z])([A-Za-z])(?![A-Za-z])(?:\)?\s*[-‐‑–—−~～∼至到]\s*\(?([A-Za-z])(?![A-Za-z]))?|(?<![A-Za-z])([a-h]{2,4})(?![A-Za-z])/g;
  const named = written.replace(/(?<=[A-Za-z)])\s?\([ivx]{1,4}\)/g, '');
  for (const [, first, last, several] of named.matchAll(pattern)) {
    for (const one of several ??
      panelsBetween(first!.toUpperCase(), (last ?? first!).toUpperCase()))
      letters.add(one.toUpperCase());
  }
  return [...letters].join('');
}
