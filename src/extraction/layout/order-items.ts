import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, middleY, overlapY, right } from './box.ts';

type Boxed = { box: Box };
type Gutter = { from: number; to: number };

const mostDepth = 6;
/** Narrower than this is a gap between words, not between columns. */
const leastGutter = 6;

/** What stands on a page in reading order, as columns: each a list of items from top to bottom.
 *  What crosses the gap between two columns parts them into what is read before it and after. */
export function orderItems<Item extends Boxed>(items: Item[]): Item[][] {
  // Two lines below a wide figure show no columns of their own: the rest of the page does.
  const known: Gutter[] = [];
  order(items, 0, known);
  return order(items, 0, known);
}

function order<Item extends Boxed>(items: Item[], depth: number, known: Gutter[]): Item[][] {
  const found = depth < mostDepth ? findGutter(items) : undefined;
  if (found) known.push(found);
  const gutter = found ?? (depth < mostDepth ? knownGutter(items, known) : undefined);
  if (!gutter) return items.length > 0 ? [[...items].sort(byPlace)] : [];
  const bands = bandsOf(items, gutter);
  return bands.flatMap(({ across, left, right }) => [
    ...order(across, mostDepth, known),
    ...order(left, depth + 1, known),
    ...order(right, depth + 1, known),
  ]);
}

const mostKnown = 40;

/** A gap of other columns of the page, with text on both sides here as well: for longer where
 *  something crosses it. */
function knownGutter(items: readonly Boxed[], known: readonly Gutter[]): Gutter | undefined {
  if (items.length < 2) return undefined;
  return known.slice(0, mostKnown).find(({ from, to }) => {
    const place = (from + to) / 2;
    const left = items.filter(({ box }) => right(box) <= place);
    const other = items.filter(({ box }) => box[0] >= place);
    if (left.length === 0 || other.length === 0) return false;
    const least = left.length + other.length < items.length ? 1.5 : 0.5;
    const beside = meetingLength(
      spansOf(left.map(({ box }) => box)),
      spansOf(other.map(({ box }) => box)),
    );
    return beside > least * Math.min(left[0]!.box[3], other[0]!.box[3]);
  });
}

function byPlace(a: Boxed, b: Boxed): number {
  return middleY(a.box) - middleY(b.box) || a.box[0] - b.box[0];
}

type Band<Item> = { across: Item[]; left: Item[]; right: Item[] };

function bandsOf<Item extends Boxed>(items: Item[], { from, to }: Gutter): Band<Item>[] {
  const newBand = (): Band<Item> => ({ across: [], left: [], right: [] });
  let band = newBand();
  const bands = [band];
  const place = (from + to) / 2;
  const rightSide = items.filter(({ box }) => box[0] >= place - 3);
  let lastAcross: Item | undefined;
  for (const item of [...items].sort(byPlace)) {
    const isFree = band.left.length > 0 || band.right.length > 0;
    const isAcross =
      (item.box[0] < place - 3 && right(item.box) > place + 3) ||
      (!isFree && lastAcross && endsParagraph(lastAcross, item, rightSide));
    if (isAcross && isFree) {
      band = newBand();
      bands.push(band);
    }
    if (isAcross) {
      band.across.push(item);
      lastAcross = item;
    } else if (right(item.box) <= place + 3) band.left.push(item);
    else band.right.push(item);
  }
  return bands;
}

/** The last line of a text across both columns may end before the second. */
function endsParagraph(across: Boxed, item: Boxed, rightSide: readonly Boxed[]): boolean {
  const gap = item.box[1] - bottom(across.box);
  const isBelow = gap < 0.6 * item.box[3] && Math.abs(item.box[0] - across.box[0]) < 3;
  const isLike = Math.abs(item.box[3] - across.box[3]) < 0.1 * across.box[3];
  return isBelow && isLike && !rightSide.some(other => overlapY(other.box, item.box) > 0);
}

/** The gap beside which most text stands on both sides. */
function findGutter(items: readonly Boxed[]): Gutter | undefined {
  if (items.length < 4) return undefined;
  const all = boxAround(items.map(({ box }) => box));
  const width = all[2];
  let best: (Gutter & { gain: number }) | undefined;
  for (let x = all[0] + 0.15 * width; x <= all[0] + 0.85 * width; x += 2) {
    const gain = gainAt(x, items, width);
    if (!gain || (best && gain.gain <= best.gain)) continue;
    best = gain;
  }
  return best;
}

function gainAt(
  x: number,
  items: readonly Boxed[],
  width: number,
): (Gutter & { gain: number }) | undefined {
  const left: Box[] = [];
  const rightSide: Box[] = [];
  const across: Box[] = [];
  let from = -Infinity;
  let to = Infinity;
  for (const { box } of items) {
    if (right(box) <= x) {
      left.push(box);
      from = Math.max(from, right(box));
    } else if (box[0] >= x) {
      rightSide.push(box);
      to = Math.min(to, box[0]);
    } else across.push(box);
  }
  if (left.length < 2 || rightSide.length < 2 || to - from < leastGutter) return undefined;
  if (!isColumn(left, width) || !isColumn(rightSide, width)) return undefined;
  const leftSpans = spansOf(left);
  const beside = meetingLength(leftSpans, spansOf(rightSide));
  const crossing = across.reduce((sum, box) => sum + box[3], 0);
  const lineHeight = Math.min(leastHeight(left), leastHeight(rightSide));
  // A wide gap wins over a narrow one between the same columns.
  const gain = beside - 0.5 * crossing + Math.min(to - from, 40) / 10;
  // Spaces between words stand above each other by chance, but not wide ones, or not for long.
  const least = to - from < 12 ? 6 : 2.5;
  if (beside < least * lineHeight || crossing > 1.5 * beside) return undefined;
  return { from, to, gain };
}

/** Not by spreading: a page of sixty thousand pieces would overflow the stack. */
function leastHeight(boxes: readonly Box[]): number {
  return boxes.reduce((least, box) => Math.min(least, box[3]), Infinity);
}

/** Markers of a list or numbers of lines are no column. */
function isColumn(boxes: readonly Box[], width: number): boolean {
  const around = boxAround(boxes);
  return around[2] >= Math.max(60, 0.15 * width);
}

/** The stretches of height that boxes cover, in order and apart. */
function spansOf(boxes: readonly Box[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const [, y, , height] of [...boxes].sort((a, b) => a[1] - b[1])) {
    const last = spans.at(-1);
    if (last && y <= last[1]) last[1] = Math.max(last[1], y + height);
    else spans.push([y, y + height]);
  }
  return spans;
}

function meetingLength(a: [number, number][], b: [number, number][]): number {
  let length = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    length += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
    if (x[1] < y[1]) i++;
    else j++;
  }
  return length;
}
