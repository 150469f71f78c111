import { figureWords } from '../labels/label.ts';
import { signOf } from '../labels/read-head.ts';
import { type Cues, cuesOf } from './cues.ts';
import { type FoundPicture, findPictures, type References } from './find-pictures.ts';
import { hideCode } from './hide-code.ts';
import { readDestination } from './read-destination.ts';
import { readReferences } from './read-references.ts';
import { type Block, splitBlocks } from './split-blocks.ts';
import { blockTag } from './tags.ts';
import type { Unit } from './unit.ts';

/** Signs of a figure's name, in any of the words that figures go by. */
const labelCue = signOf(figureWords);
const tableCue = /^\W{0,8}(?:table|T\sA\sB\sL\sE|tab\b|表)/i;
const labelStart =
  /^[\s*_#<>【[(（▲△■◆●•]*(?:(?:<\/?\w+[^<>]{0,99}>)?\s*)*(?:[es]?-?fig|suppl|ext|图|圖|附图)/i;

type Reading = {
  text: string;
  references: References;
  hasPicture: Cues;
  hasLabel: Cues;
  hasTag: Cues;
  units: Unit[];
  isCentred: boolean;
  isCaption: boolean;
  isCell: boolean;
  heading: number;
};

/** All units of a Markdown text, and the text with code hidden that their offsets speak of. */
export function readUnits(markdown: string): { text: string; units: Unit[] } {
  const text = hideCode(markdown);
  const reading: Reading = {
    text,
    references: readReferences(text),
    hasPicture: cuesOf(text, /!\[|<[iI][mM][gG][\s/]/),
    hasLabel: cuesOf(text, labelCue),
    hasTag: cuesOf(text, blockTag),
    units: [],
    isCentred: false,
    isCaption: false,
    isCell: false,
    heading: 0,
  };
  for (const block of splitBlocks(text)) readBlock(reading, block);
  return { text, units: reading.units };
}

function readBlock(reading: Reading, block: Block): void {
  const { text, units } = reading;
  if (block.kind === 'break') {
    units.push(newUnit(reading, block, block.start, block.end, block.firstLine));
    return;
  }
  const count = lineCounter(text, block);
  const hasPicture = reading.hasPicture(block.start, block.end);
  if (block.kind === 'row' && (hasPicture || reading.hasLabel(block.start, block.end))) {
    for (const [start, end] of cellsOf(text, block)) readSegment(reading, block, start, end, count);
    return;
  }
  if (!reading.hasTag(block.start, block.end)) {
    readSegment(reading, block, block.start, block.end, count);
    return;
  }
  let from = block.start;
  blockTag.lastIndex = from;
  for (let tag = blockTag.exec(text); tag && tag.index < block.end; tag = blockTag.exec(text)) {
    readSegment(reading, block, from, tag.index, count);
    enterTag(reading, tag[2]!.toLowerCase(), tag[1] === '/', tag[3]!);
    from = tag.index + tag[0].length;
  }
  if (from < block.end) readSegment(reading, block, from, block.end, count);
}

function enterTag(reading: Reading, name: string, isEnd: boolean, attributes: string): void {
  if (name === 'td' || name === 'th') reading.isCell = !isEnd;
  else if (name === 'table' && isEnd) reading.isCell = false;
  else if (name === 'figcaption') reading.isCaption = !isEnd;
  else if (name.length === 2 && name[0] === 'h' && name !== 'hr')
    reading.heading = isEnd ? 0 : Number(name[1]);
  if (name === 'center') reading.isCentred = !isEnd;
  else if (/^(?:div|p)$/.test(name)) reading.isCentred = !isEnd && /center/i.test(attributes);
}

function readSegment(
  reading: Reading,
  block: Block,
  from: number,
  to: number,
  lineAt: (offset: number) => number,
): void {
  const { text } = reading;
  const [start, end] = trim(text, from, to);
  if (start >= end) return;
  const pictures = reading.hasPicture(start, end)
    ? findPictures(text, start, end, reading.references)
    : [];
  let begun = start;
  let begunLine = lineAt(start);
  let holes: Array<[number, number]> = [];
  const flush = (until: number) => {
    const [first, last] = trim(text, begun, until);
    const isOnlyHoles = holes.length > 0 && isBare(text, first, last, holes);
    if (first < last && !isOnlyHoles) {
      const unit = newUnit(reading, block, first, last, begunLine);
      if (holes.length > 0) unit.holes = holes;
      reading.units.push(unit);
    }
    holes = [];
  };
  pictures.forEach((found, index) => {
    const [pictureStart, pictureEnd] = withLink(text, found, end);
    const nextStart = pictures[index + 1]?.start ?? end;
    const before = sameLine(text, begun, pictureStart, 'end');
    const after = sameLine(text, pictureEnd, nextStart, 'start');
    const isInSentence =
      block.kind !== 'row' &&
      hasWords(before) &&
      hasWords(after) &&
      !labelStart.test(before) &&
      !labelStart.test(after);
    if (!isInSentence) flush(pictureStart);
    const unit = newUnit(reading, block, pictureStart, pictureEnd, lineAt(found.start));
    unit.kind = 'picture';
    unit.hasCue = false;
    const { src, alt, title } = found;
    unit.picture = { src, alt, title, isInSentence };
    reading.units.push(unit);
    if (isInSentence) holes.push([pictureStart, pictureEnd]);
    else {
      [begun] = trim(text, pictureEnd, end);
      begunLine = lineAt(begun);
    }
  });
  flush(end);
}

function newUnit(reading: Reading, block: Block, start: number, end: number, line: number): Unit {
  const kind = reading.isCell ? 'row' : reading.heading > 0 ? 'heading' : block.kind;
  return {
    kind,
    start,
    end,
    line,
    level: block.level || reading.heading,
    isQuoted: block.isQuoted,
    isCell: kind === 'row',
    isCentred: reading.isCentred,
    isCaption: reading.isCaption,
    hasCue: reading.hasLabel(start, end) || tableCue.test(reading.text.slice(start, start + 16)),
    holes: null,
    picture: null,
    read: null,
  };
}

/** A picture that is a link takes the link's brackets with it. */
function withLink(text: string, { start, end }: FoundPicture, limit: number): [number, number] {
  if (text[start - 1] !== '[' || text[end] !== ']' || text[end + 1] !== '(') return [start, end];
  const link = readDestination(text, end + 1, limit);
  return link ? [start - 1, link.end] : [start, end];
}

/** Line numbers of ever later offsets within a block. */
function lineCounter(text: string, block: Block): (offset: number) => number {
  let line = block.firstLine;
  let lineEnd = text.indexOf('\n', block.start);
  return offset => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    return line;
  };
}

function cellsOf(text: string, { start, end }: Block): Array<[number, number]> {
  const cells: Array<[number, number]> = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    if (at > from) cells.push([from, at]);
    from = at + 1;
  }
  return cells;
}

function sameLine(text: string, from: number, to: number, side: 'start' | 'end'): string {
  const piece =
    side === 'end'
      ? text.slice(Math.max(from, to - 300), to)
      : text.slice(from, Math.min(to, from + 300));
  const breakAt = side === 'end' ? piece.lastIndexOf('\n') : piece.indexOf('\n');
  if (breakAt < 0) return piece;
  return side === 'end' ? piece.slice(breakAt + 1) : piece.slice(0, breakAt);
}

function hasWords(piece: string): boolean {
  return /[\p{L}\p{N}]{2}|\p{Script=Han}/u.test(piece.replace(/<[^<>]*>/g, ''));
}

function isBare(text: string, start: number, end: number, holes: Array<[number, number]>): boolean {
  let from = start;
  for (const [open, close] of holes) {
    if (text.slice(from, open).trim() !== '') return false;
    from = close;
  }
  return text.slice(from, end).trim() === '';
}

function trim(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
  );
}
