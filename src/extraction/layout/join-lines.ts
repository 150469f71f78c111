import { cutStart, writeStyles } from './styles.ts';
import { tidy } from './to-line.ts';

/** Words of a whole document, to know whether a hyphen at the end of a line belongs to the word. */
export type Words = {
  known: ReadonlySet<string>;
  /** Whether its lines break within words: then a good many of them end in a hyphen. */
  hyphenates: boolean;
};

export const noWords: Words = { known: new Set(), hyphenates: false };

export function wordsOf(texts: Iterable<readonly string[]>): Words {
  const words = new Set<string>();
  let [count, parted] = [0, 0];
  for (const lines of texts) {
    let isParted = false;
    for (const line of lines) {
      // Halves of a word that a line has parted are no words.
      const whole = isParted ? line.replace(/^[\p{L}\p{N}]+/u, '') : line;
      const end = whole.slice(-80);
      const kept = whole.slice(0, -80) + end.replace(/[\p{L}\p{N}]+[-‐\u00AD]$/u, '');
      isParted = /\p{Ll}[-‐\u00AD]$/u.test(line);
      count++;
      if (isParted) parted++;
      for (const [word] of kept.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu))
        if (words.size < mostWords) words.add(word.toLowerCase());
    }
  }
  return { known: words, hyphenates: parted > 0.03 * count };
}

const mostWords = 500_000;

/** A seam needs the two lines beside it alone: a paragraph of a thousand pages costs what its lines
 *  cost. */
export function joinLines(lines: readonly string[], words: Words): string {
  const parts = lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return line;
    const { cut, glue } = seamOf(line, next, words);
    return line.slice(0, line.length - cut) + glue;
  });
  return tidy(parts.join('')).replace(/\u00AD/g, '');
}

/** The same for lines that have marks of style, without the letters of a marker before them. */
export function joinStyled(
  lines: readonly { text: string; styled: string }[],
  words: Words,
  without: number,
): string {
  const parts = lines.map(({ text, styled }, at) => {
    const next = lines[at + 1];
    if (next === undefined) return styled;
    const { cut, glue } = seamOf(text, next.text, words);
    const [marks = ''] = /[\uFDD0-\uFDD3]*$/.exec(styled) ?? [];
    return styled.slice(0, styled.length - marks.length - cut) + marks + glue;
  });
  const joined = tidy(parts.join('')).replace(/\u00AD/g, '');
  return tidy(writeStyles(cutStart(joined, without)));
}

export function joinTwo(before: string, after: string, words: Words): string {
  const { cut, glue } = seamOf(before, after, words);
  return before.slice(0, before.length - cut) + glue + after;
}

/** How many signs at the end of a line go, and what comes between it and the next. */
function seamOf(before: string, after: string, words: Words): { cut: number; glue: '' | ' ' } {
  if (before.endsWith('\u00AD')) return { cut: 1, glue: '' };
  const end = before.slice(-80);
  const [, hyphened] = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-‐]$/u.exec(end) ?? [];
  const [next] = /^[\p{L}\p{N}]+/u.exec(after) ?? [];
  if (hyphened && next) return { cut: keepsHyphen(hyphened, next, words) ? 0 : 1, glue: '' };
  // A dash or a slash at the end of a line binds both sides as well: 1–3, L4/5.
  if (/[\p{N}\p{L}][–/]$/u.test(end) && /^[\p{N}\p{L}]/u.test(after)) return { cut: 0, glue: '' };
  const isHan = /\p{Script=Han}$/u.test(end) || /^\p{Script=Han}/u.test(after);
  return { cut: 0, glue: isHan ? '' : ' ' };
}

function keepsHyphen(before: string, after: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(after) || /[\p{N}\p{Lu}]$/u.test(before)) return true;
  const [a, b] = [before.toLowerCase(), after.toLowerCase()];
  const { known, hyphenates } = words;
  if (known.has(`${a}${b}`)) return false;
  if (known.has(`${a}-${b}`)) return true;
  const isWord = (half: string) => half.length > 2 && known.has(half);
  // Both halves are words of their own (wedge-shaped); where lines break at such places only, one
  // that is known is enough.
  if (hyphenates) return a.length > 3 && b.length > 3 && isWord(a) && isWord(b);
  return isWord(a) || isWord(b) || /^(anti|non|self|semi|co)$/.test(a);
}
