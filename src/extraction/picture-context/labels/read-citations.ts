import { raised } from '../markdown/strip-markup.ts';
import { isForeign } from './is-foreign.ts';
import { type FigureNumber, keyOf, numberlessKey } from './label.ts';
import { type Head, readHeads } from './read-head.ts';
import { narrow, readNumber } from './read-number.ts';
import { readPanels } from './read-panels.ts';

export type CitationRule =
  | 'single'
  | 'panel'
  | 'list'
  | 'range-end'
  | 'range-middle'
  | 'unnumbered';

export type Citation = {
  key: string;
  /** Capital letters of the panels that are named; null where the whole figure is. */
  panels: string | null;
  rule: CitationRule;
};

/** Whether a figure of this key exists: it decides whether 1-3 is a number or a range. */
export type Known = { has(key: string): boolean };

/** Ranges are no longer than this: "Figures 1-2019" is a year gone astray. */
const longestRange = 60;
/** More than these in one paragraph are a list of figures and no mention. */
export const mostCitations = 120;

const rangeJoint =
  /\s*(?:[-‐‑‒–—―−~～∼〜]+|to\b|through\b|thru\b|至|到)\s*(?:(?:figures?|figs?\.?|[图圖])\s*)?/iy;
const dashJoint = /\s?[-‐‑‒–—―−]+\s?(?=\d)/y;
const listJoint =
  /\s*(?:,\s*(?:and|&|or|和|及|与)?|、|;\s*(?:and)?|\/|&|and\b|or\b|as well as\b|及|和|与|或|以及)\s*/iy;
const otherSupplement = /^\s?[-–—]+\s?(?:source (?:data|code)|video|animation|table supplement)/i;
const measured =
  /^\s*(?:[%‰°×]|\.\d|:\d|(?:mm|cm|ml|mg|kg|patients?|cases?|years?|months?|weeks?|days?|hours?|h|min|s|levels?|vertebra[el]?|subjects?|participants?|studies|times|fold|men|women|knees|hips|eyes|samples|groups|of|out)\b|[例名位个組组年月周天日次岁枚节椎分种项处张幅只条倍级点])/;
/** Where in a figure to look, when the list of figures goes on behind it. */
const place =
  /\s*,?\s*\(?(?:left|right|upper|lower|top|bottom|middle|cent(?:er|re)|inset|arrows?|arrowheads?|asterisks?)(?:\s+(?:left|right|panels?|row|column|side))?\)?(?=\s*(?:,|;|and\b|&))/iy;
const counted = /^\s*(?:[幅张例]|,?\s*表\s*\d+\s*,?\s*参)/;
const sentenceGoesOn =
  /^\s+(?!(?:and|or|to|through|shows?|illustrates?|demonstrates?|depicts?|presents?|respectively|for|in|is|are|was|were|as|with|at)\b)[a-z]{3,}/;

/** The figures that a running text cites, in order, each as often as it is cited. */
export function readCitations(written: string, known: Known): Citation[] {
  const text = narrow(written);
  const citations: Citation[] = [];
  for (const head of readHeads(text)) {
    if (citations.length > mostCitations) break;
    const at = text[head.end] === raised ? head.end + 1 : head.end;
    const open = text[at] === '(' && /\d/.test(text[at + 1] ?? '') ? at + 1 : at;
    const first = readItem(text, open, head, known);
    if (!first) {
      if (isNumberless(text, head) && known.has(numberlessKey))
        citations.push({ key: numberlessKey, panels: null, rule: 'unnumbered' });
      continue;
    }
    const list = readList(text, head, first, known);
    if (list) citations.push(...list);
  }
  return citations;
}

function isNumberless(text: string, head: Head): boolean {
  return head.word === 'Figure' && !head.isPlural && head.prefix === '' && text[head.start] === 'F';
}

function readList(text: string, head: Head, first: FigureNumber, known: Known): Citation[] | null {
  const found: Citation[] = [];
  const cite = (number: FigureNumber, panels: string | null, rule: CitationRule) => {
    const prefix = number.prefix || head.prefix;
    found.push({ key: keyOf(head.word, { ...number, prefix }), panels, rule });
  };
  let number = first;
  let { end } = number;
  for (let count = 0; count <= mostCitations; count++) {
    const rest = text.slice(end, end + 40);
    if (otherSupplement.test(rest)) return found.length > 0 ? found : null;
    if (count === 0 && counted.test(rest)) return null;
    const panels = readPanels(text, end);
    end = panels?.end ?? end;
    end += matchAt(place, text, end).length;
    const range = readRange(text, end, head, number, known);
    if (range) {
      cite(number, panels?.letters ?? null, 'range-end');
      for (const middle of range.middle) cite(middle, null, 'range-middle');
      end = range.last.end;
      const lastPanels = readPanels(text, end);
      end = lastPanels?.end ?? end;
      cite(range.last, null, 'range-end');
      number = range.last;
    } else cite(number, panels?.letters ?? null, panels ? 'panel' : 'single');
    const next = readNext(text, end, head, number, known);
    if (!next) break;
    number = next;
    end = next.end;
  }
  if (isForeign(text, head.start, end)) return null;
  if (found.length > 1)
    for (const one of found) if (one.rule === 'single' || one.rule === 'panel') one.rule = 'list';
  return found;
}

/** A number; a dash and a number behind it belong to it where the document has such a figure. */
function readItem(text: string, at: number, head: Head, known: Known): FigureNumber | null {
  const number = readNumber(text, at);
  if (!number || number.isRoman || number.supplement !== null) return number;
  let longest = number;
  let { end } = number;
  const parts = [...number.parts];
  for (let dash = matchAt(dashJoint, text, end); dash !== '' && parts.length < 4; ) {
    const next = readNumber(text, end + dash.length);
    if (next?.prefix !== '' || next.isRoman) break;
    parts.push(...next.parts);
    end = next.end;
    const prefix = number.prefix || head.prefix;
    if (known.has(keyOf(head.word, { ...number, prefix, parts })))
      longest = { ...number, parts: [...parts], end };
    dash = matchAt(dashJoint, text, end);
  }
  return longest;
}

type Range = { middle: FigureNumber[]; last: FigureNumber };

function readRange(
  text: string,
  at: number,
  head: Head,
  from: FigureNumber,
  known: Known,
): Range | null {
  const joint = matchAt(rangeJoint, text, at);
  if (joint === '') return null;
  const read = readItem(text, at + joint.length, head, known);
  if (!read || read.isRoman !== from.isRoman || (read.prefix && read.prefix !== from.prefix))
    return null;
  const isShort = read.parts.length === 1 && from.parts.length > 1;
  const parts = isShort ? [...from.parts.slice(0, -1), read.parts[0]!] : read.parts;
  if (parts.length !== from.parts.length) return null;
  if (parts.some((part, index) => index < parts.length - 1 && part !== from.parts[index]))
    return null;
  const [first, last] = [from.parts.at(-1)!, parts.at(-1)!];
  if (last <= first || last - first > longestRange) return null;
  const middle: FigureNumber[] = [];
  for (let value = first + 1; value < last; value++)
    middle.push({ ...from, parts: [...from.parts.slice(0, -1), value] });
  return { middle, last: { ...read, prefix: read.prefix || from.prefix, parts } };
}

function readNext(
  text: string,
  at: number,
  head: Head,
  before: FigureNumber,
  known: Known,
): FigureNumber | null {
  const joint = matchAt(listJoint, text, at);
  if (joint === '') return null;
  const start = at + joint.length;
  if (before.supplement !== null) return nextSupplement(text, start, before);
  const next = readItem(text, start, head, known);
  if (!next || next.isRoman !== before.isRoman) return null;
  const rest = text.slice(next.end, next.end + 40);
  if (measured.test(rest)) return null;
  if (!head.isPlural && head.language === 'en' && next.prefix === '') {
    if (joint.includes(';') && !/^[A-Za-z]\b/.test(rest)) return null;
    if (sentenceGoesOn.test(rest)) return null;
  }
  return { ...next, prefix: next.prefix || before.prefix };
}

function nextSupplement(text: string, at: number, before: FigureNumber): FigureNumber | null {
  const next = readNumber(text, at);
  if (!next || next.prefix || next.isRoman || next.parts.length > 1 || next.supplement !== null)
    return null;
  return { ...before, supplement: next.parts[0]!, end: next.end };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
