import { raised } from './strip-markup.ts';

const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const untidy = /[\u200b-\u200d\u2060\ufeff\u00ad]|\s\s|[^\S ]|^\s|\s$/;
/** A note or a panel: no part of the line before it. */
const anew = /^(?:注|[A-H][.．:：、]|[(（][A-Ha-h][)）])/;
const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** One line with its spaces made single and its invisible characters gone. */
export function tidyLine(line: string): string {
  if (!untidy.test(line)) return line;
  return line.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Lines of one paragraph as running text: no space between Chinese lines, a word that was parted by
 *  a hyphen is one again. */
export function joinLines(lines: readonly string[]): string {
  if (lines.length === 1) return lines[0]!;
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    if (line === '') continue;
    if (last !== '') {
      const first = line[0]!;
      if (/[a-zà-ÿ]$/.test(first) && /[a-zà-ÿ]-$/i.test(last.slice(-2))) {
        parts[parts.length - 1] = last.slice(0, -1);
      } else if (/[-‐–—]$/.test(last.slice(-1)) && /\d/.test(first)) {
        // A range or a chapter number that was parted: both keep their dash.
      } else if (!(han.test(last.at(-1)!) && han.test(first)) || anew.test(line)) parts.push(' ');
    }
    parts.push(line);
    last = line;
  }
  return parts.join('');
}

/** Text as it is handed out, without the marks that only the reading needs. */
export function showText(text: string): string {
  return text.includes(raised) ? text.replaceAll(raised, '') : text;
}
