import { tidy } from './to-line.ts';

/** Words of a whole document, to know whether a hyphen at the end of a line belongs to the word. */
export type Words = ReadonlySet<string>;

export function wordsOf(texts: Iterable<string>): Words {
  const words = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu))
      if (words.size < 500_000) words.add(word.toLowerCase());
  return words;
}

export function joinLines(lines: readonly string[], words: Words): string {
  let joined = '';
  for (const line of lines) joined = joined === '' ? line : joinTwo(joined, line, words);
  return tidy(joined).replace(/\u00AD/g, '');
}

export function joinTwo(before: string, after: string, words: Words): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  // Only the end is looked at: a text joined of a thousand lines would be searched a thousand times.
  const end = before.slice(-80);
  const [, hyphened] = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-‐]$/u.exec(end) ?? [];
  const [next] = /^[\p{L}\p{N}]+/u.exec(after) ?? [];
  if (hyphened && next) {
    const keeps = keepsHyphen(hyphened, next, words);
    return (keeps ? before : before.slice(0, -1)) + after;
  }
  // A dash or a slash at the end of a line binds both sides as well: 1–3, L4/5.
  if (/[\p{N}\p{L}][–/]$/u.test(end) && /^[\p{N}\p{L}]/u.test(after)) return before + after;
  const isHan = /\p{Script=Han}$/u.test(end) || /^\p{Script=Han}/u.test(after);
  return isHan ? before + after : `${before} ${after}`;
}

function keepsHyphen(before: string, after: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(after) || /[\p{N}\p{Lu}]$/u.test(before)) return true;
  const [a, b] = [before.toLowerCase(), after.toLowerCase()];
  if (words.has(`${a}${b}`)) return false;
  if (words.has(`${a}-${b}`)) return true;
  // Written out in halves elsewhere (wedge-shaped, so-called) both are words of their own.
  return a.length > 3 && b.length > 3 && words.has(a) && words.has(b);
}
