import { boxAround, overlapX, overlapY, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import type { Item } from './lay-page.ts';
import { listMarker } from './list-marker.ts';
import { markEntries } from './mark-entries.ts';
import { markFormulas } from './mark-formulas.ts';
import type { Line } from './segment.ts';
import type { PageBlock, TextBlock } from './text-block.ts';

/** The items of one column as paragraphs, figures and tables. */
export function toBlocks(items: readonly Item[], page: number): PageBlock[] {
  const lines = items.flatMap(item => (item.kind === 'line' ? [item.line] : []));
  const leading = usualLeading(lines);
  const around = boxAround(lines.map(({ box }) => box));
  const column = { x: around[0], right: right(around) };
  const narrow = roomBeside(items);
  const columnOf = (line: Line) => narrow.get(line) ?? column;
  const entries = markEntries(lines, column.right);
  const blocks: PageBlock[] = [];
  // A text that runs around a figure goes on: the figure follows it.
  let waiting: PageBlock[] = [];
  let open: TextBlock | undefined;
  const push = (block: PageBlock) => {
    blocks.push(...waiting, block);
    waiting = [];
  };
  for (const item of items) {
    if (item.kind === 'float') {
      waiting.push(...floatBlocks(item, page));
      continue;
    }
    if (item.kind !== 'line') {
      open = undefined;
      const { box } = item;
      push(
        item.kind === 'figure'
          ? { kind: 'figure', page, box, figure: item.figure }
          : { kind: 'table', page, box, table: item.table },
      );
      continue;
    }
    const isEntry = entries.has(item.line);
    if (!open || open.isEntry || startsBlock(open, item.line, leading)) {
      open = newBlock(item.line, page, columnOf(item.line));
      push(open);
    } else open.lines.push(item.line);
    open.column = columnOf(item.line);
    open.isEntry = isEntry;
  }
  blocks.push(...waiting);
  for (const block of blocks) if (block.kind === 'text') measure(block);
  return markFormulas(blocks);
}

type FloatItem = Extract<Item, { kind: 'float' }>;

function floatBlocks({ figure, caption }: FloatItem, page: number): PageBlock[] {
  const lines = caption.map((line): Item => ({ kind: 'line', box: line.box, line }));
  return [{ kind: 'figure', page, box: figure.box, figure }, ...toBlocks(lines, page)];
}

/** Room that is kept free below a figure narrows one line more. */
const belowFloat = 12;

/** Lines beside a figure end where the others beside it do. */
function roomBeside(items: readonly Item[]): Map<Line, TextBlock['column']> {
  const rooms = new Map<Line, TextBlock['column']>();
  for (const float of items) {
    if (float.kind !== 'float') continue;
    const isBeside = ({ box }: Line) =>
      overlapX(box, float.box) <= 0 && overlapY(box, float.box) > -belowFloat;
    const beside = items.flatMap(item =>
      item.kind === 'line' && isBeside(item.line) ? [item.line] : [],
    );
    const around = boxAround(beside.map(({ box }) => box));
    for (const line of beside) rooms.set(line, { x: around[0], right: right(around) });
  }
  return rooms;
}

function newBlock(line: Line, page: number, column: TextBlock['column']): TextBlock {
  const { box, size, bold } = line;
  const marked = listMarker(line.text);
  const body = marked && line.segments[1] && line.segments[0]!.text.length < 6;
  return {
    ...{ kind: 'text', page, box, lines: [line], size, bold, column },
    marker: marked ? marked.marker : null,
    x: body ? line.segments[1]!.box[0] : box[0],
    isFull: false,
    isEntry: false,
    isFormula: false,
  };
}

function measure(block: TextBlock): void {
  const last = block.lines.at(-1)!;
  block.box = boxAround(block.lines.map(({ box }) => box));
  block.bold = block.lines.every(({ bold }) => bold);
  block.isFull = block.column.right - right(last.box) < 2.5 * block.size;
}

/** The distance of baselines that most neighbours keep, in sizes of their letters. */
function usualLeading(lines: readonly Line[]): number {
  const ratios = lines
    .slice(1)
    .map((line, at) => (line.baseline - lines[at]!.baseline) / line.size)
    .filter(ratio => ratio > 0.8 && ratio < 2.5)
    .sort((a, b) => a - b);
  // The lower third: what stands close belongs together, and gaps between paragraphs only widen.
  return ratios[Math.floor(ratios.length / 3)] ?? 1.4;
}

function startsBlock(block: TextBlock, line: Line, leading: number): boolean {
  const last = block.lines.at(-1)!;
  const size = Math.min(last.size, line.size);
  const distance = line.baseline - last.baseline;
  const inside = block.lines[1] ? (last.baseline - block.lines.at(-2)!.baseline) / size : leading;
  const usual = Math.min(Math.max(leading, inside), 2.2);
  if (distance > (usual * 1.25 + 0.05) * size || distance < 0) return true;
  if (Math.max(last.size, line.size) > 1.1 * size) return true;
  if (last.bold !== line.bold && (last.bold ? isShort(block, last, line) : true))
    if (!isRunIn(block, last, line)) return true;
  if (captionStart(line.text) && (endsSentence(last.text) || isShort(block, last, line)))
    return true;
  const marked = listMarker(line.text);
  if (marked && (!marked.isNumber || isListLike(block, line, last))) return true;
  if (block.lines.length === 1 && block.size > 1.12 * line.size) return true;
  return isIndented(block, line) || isShortened(block, last, line);
}

/** Bold words that begin or end a paragraph and happen to fill a line. */
function isRunIn(block: TextBlock, last: Line, line: Line): boolean {
  if (last.bold) return block.lines.length === 1 && !isShort(block, last, line);
  return false;
}

/** A number begins an item where it stands out, or where the text before it has ended. */
function isListLike(block: TextBlock, line: Line, last: Line): boolean {
  if (block.marker !== null) {
    const isHung = line.box[0] < block.x - 0.4 * line.size;
    // Items one below the other, whose markers are not set apart.
    const isBelow = Math.abs(line.box[0] - block.lines[0]!.box[0]) < 2;
    if (isHung || isBelow) return true;
  }
  return endsSentence(last.text) && line.box[0] <= block.lines[0]!.box[0] + 0.5 * line.size;
}

function isIndented(block: TextBlock, line: Line): boolean {
  const last = block.lines.at(-1)!;
  const indent = line.box[0] - (block.lines.length === 1 ? block.x : last.box[0]);
  if (block.marker !== null) return line.box[0] < block.lines[0]!.box[0] - 0.5 * line.size;
  const isCentred = Math.abs(right(line.box) - right(last.box) + (line.box[0] - last.box[0])) < 3;
  return indent > 0.7 * line.size && indent < 5 * line.size && !isCentred;
}

/** The last line ended before the column did, though the next word would have fitted in. */
function isShortened(block: TextBlock, last: Line, line: Line): boolean {
  return isShort(block, last, line) && (endsSentence(last.text) || isVeryShort(block, last));
}

/** The first word of the next line would have fitted in. */
export function isShort({ column }: Pick<TextBlock, 'column'>, last: Line, line: Line): boolean {
  const [first = ''] = /^[^\s\p{Script=Han}]+|^./u.exec(line.text.replace(/<[^>]*>/g, '')) ?? [];
  const wide = /\p{Script=Han}/u.test(first) ? 1 : 0.55;
  const needed = (first.length * wide + 0.8) * line.size;
  return column.right - right(last.box) > needed;
}

function isVeryShort({ column, lines }: TextBlock, last: Line): boolean {
  if (lines[0]!.box[0] > column.x + 3 * last.size) return false;
  return (
    right(last.box) - column.x < 0.5 * (column.right - column.x) && !/[-,，、]$/.test(last.text)
  );
}

export function endsSentence(text: string): boolean {
  return /[.!?:;。！？：；…][”’"'）)\]]*(<sup>[^<]*<\/sup>)?$/.test(text.slice(-60));
}
