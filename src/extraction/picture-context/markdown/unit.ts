import { closeLetters } from './close-letters.ts';
import { joinLines, tidyLine } from './join-lines.ts';
import { stripMarkup } from './strip-markup.ts';

/** The smallest thing that binding speaks of, in the order of the text: a picture, a paragraph, a
 *  heading, a list item, a cell or row of a table, a break between pages. */
export type Unit = {
  kind: 'picture' | 'text' | 'heading' | 'item' | 'row' | 'break';
  start: number;
  end: number;
  line: number;
  /** Of a heading, 1 to 6. */
  level: number;
  isQuoted: boolean;
  /** Stands in a table, as a picture may. */
  isCell: boolean;
  isCentred: boolean;
  /** The HTML says that it is a caption. */
  isCaption: boolean;
  /** Names a figure, or could: only such units are read. */
  hasCue: boolean;
  /** Pictures within its sentences: no part of its text. */
  holes: Array<[number, number]> | null;
  picture: { src: string; alt: string; title: string; isInSentence: boolean } | null;
  read: Line[] | null;
};

export type Line = {
  text: string;
  line: number;
  /** It is set as captions are: begins in bold or italics, or stands centred. */
  isEmphasised: boolean;
};

const emphasis = /^[\s>]*(?:\*\*?|__?|<(?:b|strong|em|i)\b[^<>]{0,99}>)\S/i;

/** The lines of a unit as a reader sees them, empty ones left out. */
export function linesOf(text: string, unit: Unit): Line[] {
  unit.read ??= readLines(rawText(text, unit), unit);
  return unit.read;
}

const short = 200;

/** A short unit as written, its spaces single: spaces at the ends of lines must not make it longer. Null
 *  for a long one. */
export function shortText(text: string, { start, end }: Unit): string | null {
  if (end - start > short * 2) return null;
  const written = text.slice(start, end).replace(/\s+/g, ' ');
  return written.length > short ? null : written;
}

export function rawText(text: string, unit: Unit): string {
  let raw = '';
  let from = unit.start;
  for (const [start, end] of unit.holes ?? []) {
    raw += text.slice(from, start);
    from = end;
  }
  raw = raw === '' ? text.slice(from, unit.end) : raw + text.slice(from, unit.end);
  return unit.isQuoted ? raw.replace(/(^|\n)[ \t]*>[ \t>]*/g, '$1') : raw;
}

function readLines(raw: string, { line: first, isCentred, isCaption }: Unit): Line[] {
  const lines: Line[] = [];
  let line = first;
  const written = raw.split('\n');
  for (const physical of stripMarkup(raw).split('\n')) {
    const isEmphasised = isCentred || isCaption || emphasis.test(written[line - first] ?? '');
    for (const part of physical.split('\v')) {
      const text = closeLetters(tidyLine(part));
      if (text !== '') lines.push({ text, line, isEmphasised });
    }
    line++;
  }
  return lines;
}

export function runningText(lines: readonly Line[]): string {
  return joinLines(lines.map(line => line.text));
}
