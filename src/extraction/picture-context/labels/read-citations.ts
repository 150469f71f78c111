import { raised } from '../markdown/strip-markup.ts';
import { matchAt } from '../match-at.ts';
import { isForeign } from './is-foreign.ts';
import { countsSomething, isListedFigure } from './is-listed-figure.ts';
import { type FigureNumber, keyOf, numberlessKey } from './label.ts';
import { type Head, readHeads } from './read-head.ts';
import { type Known, readItem } from './read-item.ts';
import { narrow, readNumber } from './read-number.ts';
import { panelsBetween, readPanels } from './read-panels.ts';
import { readRange } from './read-range.ts';

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

/** More than these in one paragraph are a list of figures and no mention. */
export const mostCitations = 120;

const listJoint =
  /\s*(?:,\s*(?:and|&|or|和|及|与)?|、|;\s*(?:and)?|\/|&|\+|and(?![a-z])|or\b|as well as\b|plus\b|vs\b\.?|versus\b|以及|及|和|与|或)\s*/iy;
const otherSupplement = /^\s?[-–—]+\s?(?:source (?:data|code)|video|animation|table supplement)/i;
/** Where in a figure to look, when the list of figures goes on behind it. */
const place =
  /\s*(?:,?\s*\(?(?:left|right|upper|lower|top|bottom|middle|cent(?:er|re)|inset|arrows?|arrowheads?|asterisks?)(?:\s+(?:left|right|panels?|row|column|side))?\)?|\([^()]{1,40}\))(?=\s*(?:[,;、&和及与]|and\b)\s*(?:and\s+)?[SAE]?\d)/iy;
const counted = /^\s*(?:[幅张例]|,?\s*表\s*\d+\s*,?\s*参)/;
/** Some publishers write the number first: "S1 Fig", "S2–S4 Figs". */
const numbersFirst =
  /(?<![A-Za-z\d])(S\d{1,2}[A-Z]?(?:(?:\s*[-–—,&]\s*|\s+to\s+|,?\s+and\s+)S\d{1,2}[A-Z]?){0,8})\s+$/;

/** The figures that a running text cites, in order, each as often as it is cited. */
export function readCitations(written: string, known: Known): Citation[] {
  const text = narrow(written);
  const citations: Citation[] = [];
  for (const head of readHeads(text)) {
    if (citations.length > mostCitations) break;
    citations.push(...(readFrom(text, head, known) ?? readBefore(text, head, known)));
  }
  return citations;
}

/** Null where no number stands behind the word. */
function readFrom(text: string, head: Head, known: Known): Citation[] | null {
  const at = text[head.end] === raised ? head.end + 1 : head.end;
  const isBracketed = text[at] === '(' && /\d/.test(text[at + 1] ?? '');
  const first = readItem(text, isBracketed ? at + 1 : at, head, known);
  return first && readList(text, head, first, isBracketed, known);
}

function readBefore(text: string, head: Head, known: Known): Citation[] {
  if (head.word !== 'Figure' || head.prefix !== '') return [];
  const [, numbers] = numbersFirst.exec(text.slice(Math.max(0, head.start - 60), head.start)) ?? [];
  if (numbers) return readCitations(`Figs ${numbers}`, known);
  const isNumberless = !head.isPlural && text[head.start] === 'F' && known.has(numberlessKey);
  return isNumberless ? [{ key: numberlessKey, panels: null, rule: 'unnumbered' }] : [];
}

function readList(
  text: string,
  head: Head,
  first: FigureNumber,
  isBracketed: boolean,
  known: Known,
): Citation[] {
  const found: Citation[] = [];
  const cite = (number: FigureNumber, panels: string | null, rule: CitationRule) => {
    const prefix = number.prefix || head.prefix;
    found.push({ key: keyOf(head.word, { ...number, prefix }), panels, rule });
  };
  let number = first;
  let { end } = number;
  for (let count = 0; count <= mostCitations; count++) {
    const rest = text.slice(end, end + 40);
    if (otherSupplement.test(rest)) return found;
    if (count === 0 && counted.test(rest)) return found;
    if (number.parts.length === 1 && isOtherNumber(text, end)) break;
    const panels = readPanels(text, end);
    end = panels?.end ?? end;
    if (isBracketed && text[end] === ')') end++;
    end += matchAt(place, text, end).length;
    const range = readRange(text, end, head, number, known);
    if (range) {
      const last = readPanels(text, range.last.end);
      end = last?.end ?? range.last.end;
      if (isSame(number, range.last)) {
        const letters = panelsBetween(panels?.letters[0] ?? 'A', last?.letters.at(-1) ?? 'A');
        cite(number, panels && last && letters, 'panel');
      } else {
        cite(number, panels?.letters ?? null, 'range-end');
        for (const middle of range.middle) cite(middle, null, 'range-middle');
        cite(range.last, null, 'range-end');
      }
      number = range.last;
    } else cite(number, panels?.letters ?? null, panels ? 'panel' : 'single');
    const next = readNext(
      text,
      end,
      { ...head, isPlural: head.isPlural || found.length > 1 },
      number,
      {
        known,
        isBracketed,
      },
    );
    if (next === 'counts') dropCounted(found, head);
    if (next === null || next === 'counts') break;
    number = next;
    end = next.end;
  }
  if (isForeign(text, head.start, end, (first.prefix || head.prefix) !== '')) return [];
  if (found.length > 1)
    for (const one of found) if (one.rule === 'single' || one.rule === 'panel') one.rule = 'list';
  return found;
}

/** 3-1 where the document has no such figure, and no range goes that way: a figure of other chapters. */
function isOtherNumber(text: string, end: number): boolean {
  const first = /(?<![\d.])(\d{1,2})$/.exec(text.slice(Math.max(0, end - 3), end));
  const last = /^[-‐‑‒–—―−](\d{1,2})(?![\dA-Za-z.])/.exec(text.slice(end, end + 4));
  return first !== null && last !== null && Number(last[1]) <= Number(first[1]);
}

function isSame(one: FigureNumber, other: FigureNumber): boolean {
  return one.parts.at(-1) === other.parts.at(-1) && one.supplement === other.supplement;
}

/** "Fig. 3, 5, 7 and 9 months": what the last number counts, those before it count too. */
function dropCounted(found: Citation[], head: Head): void {
  if (head.isPlural || head.language === 'zh') return;
  while (found.length > 1 && found.at(-1)!.rule === 'single') found.pop();
}

type Setting = { known: Known; isBracketed: boolean };

function readNext(
  text: string,
  at: number,
  head: Head,
  before: FigureNumber,
  { known, isBracketed }: Setting,
): FigureNumber | 'counts' | null {
  const joint = matchAt(listJoint, text, at);
  if (joint === '') return null;
  const opened = isBracketed && text[at + joint.length] === '(' ? 1 : 0;
  const start = at + joint.length + opened;
  if (before.supplement !== null) return nextSupplement(text, start, before);
  const next = readItem(text, start, head, known);
  if (!next || next.isRoman !== before.isRoman) return null;
  const rest = text.slice(next.end, next.end + 40);
  if (countsSomething(rest)) return /and|or|&/.test(joint) ? 'counts' : null;
  if (!isListedFigure(rest, joint, head, next.prefix !== '')) return null;
  return { ...next, prefix: next.prefix || before.prefix };
}

function nextSupplement(text: string, at: number, before: FigureNumber): FigureNumber | null {
  const next = readNumber(text, at);
  if (!next || next.prefix || next.isRoman || next.parts.length > 1 || next.supplement !== null)
    return null;
  return { ...before, supplement: next.parts[0]!, end: next.end };
}
