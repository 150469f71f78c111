import { reportSections } from '../../spine/report-sections.ts';
import { isAside, matchField, matchSection } from './labels/match-label.ts';
import {
  differentialMatcher,
  imagingMatcher,
  issueMatcher,
  stepMatcher,
} from './labels/part-matchers.ts';
import { readLabels } from './labels/read-labels.ts';
import { decodeInline } from './markdown/decode-inline.ts';
import { classifyLine, isLaidOut, readCells } from './markdown/tokenise.ts';
import { plainOf } from './reading/content.ts';
import { standsAlone } from './reading/section-headings.ts';

type Read<T> = (raw: string) => T;

/**
 * Writes a text so that `read` gets it back: as it is if that works, else with its marks escaped,
 * else with its first character as a reference as well, which is enough for a word not to be taken
 * for a label or for nothing, else with every character. The parser's own reading decides, so that
 * there is no second list of what has to be escaped; people and models get words to read.
 */
export function writeText(
  text: string,
  newline: '<br>' | '\n',
  read: Read<string | undefined>,
): string {
  const plain = guardSpaces(text, newline);
  if (!hasTags(text) && read(plain) === text) return plain;
  const marked = guardSpaces(escapeMarks(text), newline);
  if (read(marked) === text) return marked;
  const guarded = encodeFirst(marked);
  return read(guarded) === text ? guarded : encodeAll(text);
}

export function writeCell(text: string): string {
  return writeText(text, '<br>', raw => {
    const [cell, ...others] = readCells(`| ${raw} |`);
    if (cell === undefined || others.length > 0 || isLaidOut(raw)) return undefined;
    return plainOf(cell);
  });
}

export function writeItem(text: string): string {
  return writeText(text, '<br>', raw => {
    const token = classifyLine(`- ${raw}`);
    const safe = token.kind === 'item' && !isLaidOut(`- ${raw}`) && !hasLabel(token.content);
    return safe ? plainOf(token.content) : undefined;
  });
}

/** Paragraphs keep their lines; a line that would be taken for more than prose is guarded alone. */
export function writeProse(text: string): string {
  // Blank lines around a paragraph are the renderer's own.
  let [start, end] = [0, text.length];
  while (text[start] === '\n') start += 1;
  while (text[end - 1] === '\n') end -= 1;
  const core = text.slice(start, end);
  const around = (raw: string) =>
    encodeAll(text.slice(0, start)) + raw + encodeAll(text.slice(end));
  const lines = writeText(core, '\n', plainOf).split('\n');
  const guarded = around(lines.map(line => (isProse(line) ? line : encodeFirst(line))).join('\n'));
  return plainOf(guarded) === text ? guarded : around(core.split('\n').map(encodeAll).join('\n'));
}

/** Writes what is read from a cell as a whole; `parts` are the texts of `whole(write)`. */
export function writeWith(whole: (write: Read<string>) => string, isRead: Read<boolean>): string {
  const texts: string[] = [];
  const plain = whole(text => {
    texts.push(text);
    return text;
  });
  const isPlain = !hasTags(plain) && decodeInline(plain) === plain && !/[|\n\r\t]/.test(plain);
  if (!isPlain) return whole(encodeAll);
  if (isRead(plain)) return plain;
  for (const place of new Set([texts.length - 1, 0])) {
    let at = 0;
    const guarded = whole(text => (at++ === place ? encodeFirst(text) : text));
    if (isRead(guarded)) return guarded;
  }
  return whole(encodeAll);
}

/** Every character as a reference: nothing is left that could be read as anything else. */
export function encodeAll(text: string): string {
  return [...text].map(encode).join('');
}

function isProse(line: string): boolean {
  const token = classifyLine(line);
  if (token.kind === 'blank') return line === '';
  const isText = token.kind === 'text' && token.raw === line && !standsAlone(token);
  return isText && !isLaidOut(line) && !hasLabel(line);
}

/** Whether the line, or its start, could be taken for the label of anything. */
export function hasLabel(line: string): boolean {
  return [{ label: line, bold: false }, ...readLabels(line)].some(
    ({ label, bold }) =>
      bold ||
      isAside(label) ||
      matchSection(label) !== null ||
      reportSections.some(({ id }) => matchField(label, id) !== null) ||
      [imagingMatcher, issueMatcher, stepMatcher, differentialMatcher].some(
        matcher => matcher.match(label) !== null,
      ),
  );
}

/** Tags are looked for before lines are, so that no reading of a line can tell of them. */
function hasTags(text: string): boolean {
  return /<[a-z/!|]|◁/i.test(text);
}

function escapeMarks(text: string): string {
  return text
    .replace(/[\\◁]/g, encode)
    .replace(/&/g, '&amp;')
    .replace(/&amp;(#92|#9665);/g, '&$1;')
    .replace(/</g, '&lt;')
    .replace(/[`*_|]/g, '\\$&');
}

/** Tabs, and the blanks at the ends of lines, which no reader of Markdown keeps. */
function guardSpaces(text: string, newline: '<br>' | '\n'): string {
  return text
    .replace(/[\r\t\u2028\u2029]/g, encode)
    .split('\n')
    .map(line => {
      const start = line.length - line.trimStart().length;
      const end = Math.max(start, line.trimEnd().length);
      return encodeAll(line.slice(0, start)) + line.slice(start, end) + encodeAll(line.slice(end));
    })
    .join(newline);
}

function encodeFirst(line: string): string {
  const first = /^(?:\\[!-/:-@[-`{-~]|&[^;]{1,8};|[\s\S])/u.exec(line)?.[0] ?? '';
  return encodeAll(decodeInline(first)) + line.slice(first.length);
}

function encode(char: string): string {
  return `&#${char.codePointAt(0)};`;
}
