import type { Context } from './binding.ts';
import type { Candidate, CaptionUnits } from './captions/candidate.ts';
import { isContentsLine } from './captions/is-contents-line.ts';
import { excerpt } from './excerpt.ts';
import type { FigureWord, Label } from './labels/label.ts';
import {
  type Citation,
  type CitationRule,
  mostCitations,
  readCitations,
} from './labels/read-citations.ts';
import { signOf } from './labels/read-head.ts';
import { cuesOf } from './markdown/cues.ts';
import { showText } from './markdown/join-lines.ts';
import { linesOf, runningText, type Unit } from './markdown/unit.ts';

const confidences: Readonly<Record<CitationRule, number>> = {
  single: 0.98,
  panel: 0.98,
  list: 0.96,
  'range-end': 0.97,
  'range-middle': 0.92,
  unnumbered: 0.8,
};
const mostPictures = 40;

type Labelled = {
  unit: number;
  label: Label | null;
  others: readonly Label[];
  candidate: Candidate | null;
};
/** A picture by its place among them, and the panel of the figure that it is, if it is one alone. */
type Bearer = { index: number; panel: string | null };
type Mention = { unit: number; lines: [number, number]; text: string; citations: Citation[] };

/** What the paragraphs cite, read once; captions, references, cells of tables and headings are none. Tells
 *  whether a unit cites one of some figures, and for each picture the paragraphs that cite it in its chapter. */
export function readMentions(
  text: string,
  units: readonly Unit[],
  candidates: readonly Candidate[],
  pictures: readonly Labelled[],
  captions: CaptionUnits,
  isReference: (unit: number) => boolean,
) {
  const known = new Set<string>();
  for (const { label, form } of candidates) if (label && form !== 'verb') known.add(label.key);
  for (const { label, others } of pictures) {
    if (label) known.add(label.key);
    for (const { key } of others) known.add(key);
  }
  const mentions = new Map<number, Mention>();
  if (known.size > 0) {
    const isSigned = cuesOf(text, signOf(wordsOf(known)));
    for (let unit = 0; unit < units.length; unit++) {
      const { hasCue, start, end } = units[unit]!;
      if (!hasCue || !isSigned(start, end) || isReference(unit)) continue;
      const mention = readMention(text, units, unit, known, captions.get(unit) ?? []);
      if (mention) mentions.set(unit, mention);
    }
  }
  return {
    cites: (unit: number, keys: ReadonlySet<string>) =>
      mentions.get(unit)?.citations.some(({ key }) => keys.has(key)) ?? false,
    contextsOf: (chapterOf: (unit: number) => number) => collect(mentions, pictures, chapterOf),
  };
}

function wordsOf(keys: Iterable<string>): Set<FigureWord> {
  return new Set([...keys].map(key => key.slice(0, key.indexOf(':')) as FigureWord));
}

function readMention(
  text: string,
  units: readonly Unit[],
  index: number,
  known: ReadonlySet<string>,
  captions: readonly Candidate[],
): Mention | null {
  const unit = units[index]!;
  if (unit.kind !== 'text' && unit.kind !== 'item') return null;
  const lines = linesOf(text, unit).filter(({ line }) => !captions.some(one => holds(one, line)));
  if (lines.length === 0) return null;
  const running = runningText(lines);
  const citations = readCitations(running, known).filter(({ key }) => known.has(key));
  if (citations.length === 0 || citations.length > mostCitations) return null;
  if (lines.every(line => isContentsLine(line.text))) return null;
  return {
    unit: index,
    lines: [lines[0]!.line, lines.at(-1)!.line],
    text: excerpt(showText(running), null),
    citations,
  };
}

function collect(
  mentions: ReadonlyMap<number, Mention>,
  pictures: readonly Labelled[],
  chapterOf: (unit: number) => number,
): Context[][] {
  const contexts: Context[][] = pictures.map(() => []);
  const bearers = new Map<string, Bearer[]>();
  pictures.forEach(({ label, others, unit, candidate }, index) => {
    for (const { key, panel } of label ? [label, ...others] : []) {
      const name = `${chapterOf(candidate?.unit ?? unit)} ${key}`;
      const list = bearers.get(name);
      if (list) list.push({ index, panel });
      else bearers.set(name, [{ index, panel }]);
    }
  });
  for (const mention of mentions.values()) {
    const chapter = chapterOf(mention.unit);
    const best = new Map<number, Citation>();
    for (const citation of mention.citations) {
      const all = bearers.get(`${chapter} ${citation.key}`) ?? [];
      for (const { index, panel } of nearest(all, pictures, mention.unit)) {
        if (panel && citation.panels && !citation.panels.includes(panel)) continue;
        const before = best.get(index);
        if (!before || confidences[before.rule] < confidences[citation.rule])
          best.set(index, citation);
      }
    }
    const { text, lines } = mention;
    for (const [index, { rule }] of best)
      contexts[index]!.push({
        text,
        lines,
        relation: 'mention',
        rule,
        confidence: confidences[rule],
      });
  }
  return contexts;
}

/** Of a figure's pictures those nearest to a place: no real figure has more, and a text made of nothing
 *  but one figure must not bind each picture to each line. */
function nearest(
  all: readonly Bearer[],
  pictures: readonly Labelled[],
  unit: number,
): readonly Bearer[] {
  if (all.length <= mostPictures) return all;
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pictures[all[middle]!.index]!.unit < unit) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - mostPictures / 2, all.length - mostPictures));
  return all.slice(from, from + mostPictures);
}

function holds({ lines: [first, last] }: Candidate, line: number): boolean {
  return first <= line && line <= last;
}
