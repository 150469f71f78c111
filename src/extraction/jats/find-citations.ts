import { isElement, type XmlElement, type XmlNode } from '../../xml/index.ts';
import { type FigureNumber, numberOf, seriesIndex } from './figure-series.ts';
import type { FigureIndex } from './index-figures.ts';

export type FoundCitation = { figures: string[]; evidence: 'xref' | 'range' };

type Span = { start: number; end: number; figures: string[] };

/** What a piece of text cites, by its links, and by ranges whose ends are links: those between
 *  mostly have none. */
export function citationFinder(index: FigureIndex): (nodes: readonly XmlNode[]) => FoundCitation[] {
  const series = seriesIndex(index.figures);
  const labels = new Map(index.figures.map(({ id, label }) => [id, label]));
  return nodes => {
    const { text, spans } = flatten(nodes, index);
    if (spans.length === 0) return [];
    const found: FoundCitation[] = spans.map(({ figures }) => ({ figures, evidence: 'xref' }));
    const linked = new Set(spans.flatMap(({ figures }) => figures));
    for (const range of rangesIn(text)) {
      const span = spans.find(({ start, end }) => start < range.end && range.start < end);
      if (!span) continue;
      const ends = span.figures.map(id => numberOf(labels.get(id) ?? null));
      // "Figure 1-2" is a number of its own where the figure itself is called so.
      const end = ends.find(number => number && isEndOf(number, range));
      if (!end) continue;
      const between = series
        .between(end.series, range.from, range.to)
        .filter(id => !linked.has(id));
      if (between.length > 0) found.push({ figures: between, evidence: 'range' });
    }
    return found;
  };
}

function isEndOf({ chapter, value }: FigureNumber, range: Range): boolean {
  return chapter === range.chapter && (value === range.from || value === range.to);
}

type Range = { start: number; end: number; chapter: string; from: number; to: number };

const widest = 60;

/** `1–3`, `1A to 3B`, `S1-S3`, `12.1–12.4`, `图1至图3`: numbers that a dash or a word stands between. */
function rangesIn(text: string): Range[] {
  const pattern =
    /(?<!\d|\d[.·-])(?:(\d{1,2})[.·-])?(\d{1,3})(?:\s?[A-Za-z]{1,2}|\([a-z]\))?\s*(?:[-–—‐‑−－~～]|\bto\b|\bthrough\b|至|到)\s*(?:[Ff]ig(?:ure)?s?\.?\s*|图\s*)?[A-Z]?(?:(\d{1,2})[.·-])?(\d{1,3})(?!\d|\.\d)/g;
  return [...text.matchAll(pattern)].flatMap(match => {
    const [whole, chapter = '', first, other, last] = match;
    const [from, to] = [Number(first), Number(last)];
    if (to <= from || to - from > widest || (other ?? chapter) !== chapter) return [];
    return [{ start: match.index, end: match.index + whole.length, chapter, from, to }];
  });
}

function flatten(nodes: readonly XmlNode[], index: FigureIndex): { text: string; spans: Span[] } {
  const parts: string[] = [];
  const spans: Span[] = [];
  let length = 0;
  const walk = (node: XmlNode) => {
    if (!isElement(node)) {
      parts.push(node);
      length += node.length;
      return;
    }
    const start = length;
    for (const child of node.children) walk(child);
    const figures = figuresOf(node, index);
    if (figures.length > 0) spans.push({ start, end: length, figures });
  };
  for (const node of nodes) walk(node);
  return { text: parts.join(''), spans };
}

const mostLinks = 200;

/** Some articles link to panels, `F2a`, that have no id of their own. */
const panelEnding = /[-_.]?[A-Za-z]{1,2}$/;

function figuresOf(node: XmlElement, { byId }: FigureIndex): string[] {
  if (node.name !== 'xref') return [];
  const ids = (node.attributes.rid ?? '').split(/\s+/, mostLinks);
  const isFigure = /^fig/i.test(node.attributes['ref-type'] ?? '');
  const figures = ids.flatMap(
    id => byId.get(id) ?? (isFigure ? byId.get(id.replace(panelEnding, '')) : undefined) ?? [],
  );
  return [...new Set(figures)].slice(0, mostLinks);
}
