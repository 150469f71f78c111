import { readLevels } from '../read-levels.ts';

/** What was read, a mention each: the text it covers, kind, name, side. */
export function seen(text: string): string {
  return readLevels(text)
    .map(({ start, end, kind, name, side }) =>
      [text.slice(start, end), kind, name, side].filter(Boolean).join(' '),
    )
    .join(' | ');
}

/** Lines of `text => what is seen`, `\n` written out in the text. */
export function cases(table: string): [text: string, expected: string][] {
  return table
    .split('\n')
    .filter(line => line.includes('=>'))
    .map(line => {
      const at = line.lastIndexOf('=>');
      return [line.slice(0, at).trim().replaceAll('\\n', '\n'), line.slice(at + 2).trim()];
    });
}
