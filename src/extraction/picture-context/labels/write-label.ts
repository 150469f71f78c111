import type { FigureNumber, Label } from './label.ts';
import { keyOf } from './label.ts';
import type { Head } from './read-head.ts';

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The label of a head and its number, in its canonical writing. */
export function writeLabel(
  head: Head,
  number: FigureNumber,
  { separator, panel }: { separator: '.' | '-'; panel: string | null },
): Label {
  const prefix = number.prefix || head.prefix;
  const digits = number.isRoman
    ? `${'X'.repeat(Math.floor(number.parts[0]! / 10))}${roman[number.parts[0]! % 10]}`
    : number.parts.join(separator);
  const supplement = number.supplement === null ? '' : `—figure supplement ${number.supplement}`;
  const shown = `${shownPrefix(number.prefix)}${digits}${supplement}${panel ?? ''}`;
  return {
    key: keyOf(head.word, { ...number, prefix }),
    text: head.language === 'zh' ? hanText(head, shown) : englishText(head, shown),
    panel: panel?.toUpperCase() ?? null,
    language: head.language,
  };
}

function shownPrefix(prefix: string): string {
  return prefix === 'X' ? 'ED' : prefix;
}

function hanText(head: Head, shown: string): string {
  const word = head.word === 'Photo' ? '照片' : head.word === 'Picture' ? '图片' : '图';
  return `${head.qualifier}${word}${shown}`;
}

function englishText(head: Head, shown: string): string {
  if (head.qualifier === 'S') return `${head.word} S${shown}`;
  if (head.qualifier === 'e') return `e${head.word} ${shown}`;
  return `${head.qualifier}${head.word} ${shown}`;
}
