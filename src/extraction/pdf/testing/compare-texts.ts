import { readFileSync } from 'node:fs';
import path from 'node:path';

const sample = path.join(import.meta.dirname, '..', '..', '..', '..', 'sample');

/** The Markdown that a printed or scanned chapter is held to. */
export function readChapter(name: string): { folder: string; source: string } {
  const folder = path.join(sample, name);
  return { folder, source: readFileSync(path.join(folder, 'chapter.md'), 'utf8') };
}

/** The words of a Markdown text without its marks: a word, a number, a Han letter or a sign each. */
export function plainWords(markdown: string): string[] {
  return (
    markdown
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/<\/?su[bp]>/g, '')
      .replace(/^\|[\s|:-]+\|$/gm, '')
      .replace(/^\s*(- |\d+\. )/gm, '')
      .replace(/[*#|\\]/g, ' ')
      .normalize('NFKC')
      .match(/\p{Script=Han}|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  );
}

/** How many of the words come in the same order in the other text, as a share. */
export function shareInOrder(words: readonly string[], other: readonly string[]): number {
  // The longest common subsequence, a row at a time.
  let row = new Uint32Array(other.length + 1);
  for (const word of words) {
    const next = new Uint32Array(other.length + 1);
    for (let at = 0; at < other.length; at++)
      next[at + 1] = word === other[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    row = next;
  }
  return row[other.length]! / Math.max(1, words.length);
}

export function headingsOf(markdown: string): string[] {
  return markdown.split('\n').filter(line => /^#{1,6} /.test(line));
}

/** Paragraphs, captions and list items, as plain words. */
export function paragraphsOf(markdown: string): string[] {
  return markdown
    .split(/\n{2,}|\n(?=\s*(?:- |\d+\. ))/)
    .filter(block => !/^(#|\||!)/.test(block))
    .map(block => plainWords(block).join(''))
    .filter(text => text !== '');
}
