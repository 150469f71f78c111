import { boxAround, middleX, overlapX, right } from './box.ts';
import { readsAsCaption } from './caption-grammar.ts';
import type { Rule } from './merge-rules.ts';
import { readsAsSentence } from './reads-as-sentence.ts';
import type { Segment } from './segment.ts';
import { type Chain, isBeside, toChains } from './to-chains.ts';

const longLine = 45;
const shortLine = 14;
/** Of the size of the letters. */
const nearLine = 1.75;
const mostSpace = 1.2;
const nearWall = 40;

export type PageProse = {
  /** Lines of text, from the top down. */
  prose: Chain[];
  /** Lines that stand by themselves: words of drawings, above all. */
  loose: Chain[];
  captions: { first: Chain; last: Chain; lines: Chain[] }[];
};

/** Tells the lines of a page's text from words that may belong to a drawing. What stands in a box of
 *  its own belongs to it, however long. */
export function findProse(
  segments: readonly Segment[],
  walls: readonly Rule[],
  bodySize: number,
): PageProse {
  const chains = linesOf(segments).sort((a, b) => a.box[1] - b.box[1]);
  const above = chains.map((chain, at) => lineAbove(chain, chains, at));
  const prose = new Set(chains.filter(chain => isText(chain, bodySize) && !isWalled(chain, walls)));
  // Three lines below each other at one edge are a column, however narrow.
  chains.forEach((chain, at) => {
    const second = above[at];
    const third = second && above[chains.indexOf(second)];
    const stack = [chain, second, third];
    if (!second || !third || isWalled(chain, walls)) return;
    if (stack.slice(1).every(line => lengthOf(textOf(line!)) >= shortLine))
      for (const line of stack) prose.add(line!);
  });
  const captionLines = new Map<Chain, Chain[]>();
  const headOf = new Map<Chain, Chain>();
  chains.forEach((chain, at) => {
    const before = above[at];
    const goesOn = before && prose.has(before) && !isWalled(chain, walls);
    const isHead = readsAsCaption(textOf(chain)) && !(goesOn && !endsHere(before));
    if (isHead || goesOn) prose.add(chain);
    const head = isHead ? chain : goesOn ? headOf.get(before) : undefined;
    if (!head) return;
    headOf.set(chain, head);
    captionLines.set(head, [...(captionLines.get(head) ?? []), chain]);
  });
  return {
    prose: chains.filter(chain => prose.has(chain)),
    loose: chains.filter(chain => !prose.has(chain)),
    captions: [...captionLines].map(([first, lines]) => ({ first, last: lines.at(-1)!, lines })),
  };
}

/** Justified words in a narrow column stand far apart. */
function linesOf(segments: readonly Segment[]): Chain[] {
  const lines: Chain[] = [];
  for (const chain of toChains(segments)) {
    const line = lines.at(-1);
    const [last, next] = [line?.segments.at(-1), chain.segments[0]!];
    const gap = line ? chain.box[0] - right(line.box) : Infinity;
    if (line && last && gap > 0 && gap < mostSpace * next.size && isBeside(last, next)) {
      line.segments.push(...chain.segments);
      line.box = boxAround([line.box, chain.box]);
    } else lines.push({ box: chain.box, segments: [...chain.segments] });
  }
  return lines;
}

export function textOf({ segments }: Chain): string {
  return segments.map(({ text }) => text).join(' ');
}

const lengthOf = (text: string) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

function isText(chain: Chain, bodySize: number): boolean {
  const text = textOf(chain);
  if (chain.segments.every(({ size }) => size > 1.1 * bodySize)) return true;
  if (lengthOf(text) >= longLine) return true;
  return readsAsSentence(text);
}

function endsHere(chain: Chain): boolean {
  return /[.!?:。！？：]$/.test(textOf(chain));
}

/** The line that this one goes on from: as large, as near, at the same edge or about one middle. */
function lineAbove(chain: Chain, chains: readonly Chain[], at: number): Chain | undefined {
  const { size, baseline } = chain.segments[0]!;
  for (let other = at - 1; other >= 0; other--) {
    const before = chains[other]!;
    const [first] = before.segments;
    const distance = baseline - first!.baseline;
    if (distance > 6 * size) break;
    if (distance <= 0.5 * size || distance > nearLine * size) continue;
    if (Math.abs(first!.size - size) > 0.08 * size || overlapX(before.box, chain.box) <= 0)
      continue;
    const indent = chain.box[0] - before.box[0];
    const isCentred = Math.abs(middleX(chain.box) - middleX(before.box)) < 4;
    if (isCentred || Math.abs(indent) < 3 || (indent < 0 && indent > -3.5 * size)) return before;
  }
  return undefined;
}

/** Between two drawn lines that stand near its ends. */
function isWalled({ box, segments }: Chain, walls: readonly Rule[]): boolean {
  const { baseline } = segments[0]!;
  const beside = walls.filter(({ from, to }) => from < baseline - 2 && to > baseline);
  const end = box[0] + box[2];
  return (
    beside.some(({ at }) => at <= box[0] && box[0] - at < nearWall) &&
    beside.some(({ at }) => at >= end && at - end < 3 * nearWall)
  );
}
