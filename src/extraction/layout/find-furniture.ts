import { bottom, overlapY } from './box.ts';
import type { Segment } from './segment.ts';

export type Furniture = { page: number; text: string; kind: 'running-head' | 'page-number' };

type PageText = { number: number; height: number; segments: readonly Segment[] };
type Edge = {
  page: number;
  segments: Segment[];
  text: string;
  fromTop: number;
  /** Nothing else stands at its height. */
  isAlone: boolean;
};

/** How far into a page heads and feet reach, of its height. */
const zone = 0.1;
const mostEdgeLines = 3;
const mostDiffering = 2;

/** Running heads, running feet and page numbers: what stands at the edges of pages and comes again
 *  on others at the same height, numbers aside. */
export function findFurniture(pages: readonly PageText[]): {
  segments: Set<Segment>;
  furniture: Furniture[];
} {
  const edges = pages.flatMap(page => [...edgesOf(page, 'top'), ...edgesOf(page, 'bottom')]);
  const places = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = keyOf(edge.text);
    const place = places.get(key);
    if (place) place.push(edge);
    else places.set(key, [edge]);
  }
  const segments = new Set<Segment>();
  const furniture: Furniture[] = [];
  for (const edge of edges) {
    const isNumber = isPageNumber(edge.text);
    const again = (places.get(keyOf(edge.text)) ?? []).some(
      other =>
        other.page !== edge.page &&
        Math.abs(other.fromTop - edge.fromTop) <= 4 &&
        differing(edge.text, other.text) <= mostDiffering,
    );
    // The number of the only page, or of one that lies crosswise, has no fellow.
    if (!again && !(isNumber && edge.isAlone)) continue;
    for (const segment of edge.segments) segments.add(segment);
    const kind = isNumber ? 'page-number' : 'running-head';
    furniture.push({ page: edge.page, text: edge.text, kind });
  }
  return { segments, furniture };
}

function keyOf(text: string): string {
  return text.replace(/\p{Nd}+/gu, '#').replace(/\s+/g, ' ');
}

/** Numbers that are not the same in two texts that are the same otherwise: the page and perhaps the
 *  chapter. Rows of a table at the top of two pages differ in more. */
function differing(a: string, b: string): number {
  const [own, others] = [a, b].map(text => text.match(/\p{Nd}+/gu) ?? []);
  return own!.filter((number, at) => number !== others![at]).length;
}

function isPageNumber(text: string): boolean {
  return /^(?:page|p\.|第|[-–—·•|(]*)\s*(?:\d{1,5}|[ivxlc]{1,7})\s*(?:页|(?:of|\/)\s*\d{1,5}|[-–—·•|)]*)$/i.test(
    text.trim(),
  );
}

/** The outermost lines, as long as they stand in the zone. */
function edgesOf({ number, height, segments }: PageText, side: 'top' | 'bottom'): Edge[] {
  const inZone = segments.filter(({ box }) =>
    side === 'top' ? bottom(box) < zone * height : box[1] > (1 - zone) * height,
  );
  const lines: Segment[][] = [];
  const ordered = inZone.sort((a, b) =>
    side === 'top' ? a.baseline - b.baseline : b.baseline - a.baseline,
  );
  for (const segment of ordered) {
    const last = lines.at(-1);
    if (last && Math.abs(segment.baseline - last[0]!.baseline) < 3) last.push(segment);
    else lines.push([segment]);
  }
  return lines.slice(0, mostEdgeLines).map(line => {
    line.sort((a, b) => a.box[0] - b.box[0]);
    const text = line.map(segment => segment.text).join(' ');
    const [first] = line;
    const isAlone = !segments.some(other => other !== first && overlapY(other.box, first!.box) > 0);
    return { page: number, segments: line, text, fromTop: first!.baseline, isAlone };
  });
}
