import { right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import type { FoundTable } from './found-table.ts';
import { endsOpen, type Labelled, type LabelledText } from './label-blocks.ts';
import type { PageBlock } from './text-block.ts';
import { isShort } from './to-blocks.ts';

/** A paragraph that goes on in the next column, on the next page or behind a figure becomes one;
 *  what stood between follows it. */
export function joinBlocks(labelled: readonly Labelled[]): {
  items: Labelled[];
  /** Captions that only say that a table goes on. */
  repeated: LabelledText[];
} {
  const joined: Labelled[] = [];
  const repeated: LabelledText[] = [];
  let flow: LabelledText | undefined;
  let caption: LabelledText | undefined;
  let isParted = false;
  for (const [at, item] of labelled.entries()) {
    const table = joined.at(-1);
    if (continuesTable(table, item)) {
      addRows(table!.block as TableBlock, item.block as TableBlock);
      continue;
    }
    if (item.role === 'caption' && saysContinued(item) && continuesTable(table, labelled[at + 1])) {
      repeated.push(item);
      continue;
    }
    if (item.role === 'picture' || item.role === 'caption' || item.role === 'footnote') {
      isParted = true;
      if (item.role === 'caption') caption = opened(item);
      joined.push(item.role === 'caption' ? caption! : item);
      continue;
    }
    if (item.role === 'formula') {
      joined.push(item);
      continue;
    }
    const last = joined.at(-1);
    const formulas = flow ? formulasBehind(flow, joined) : [];
    if (flow && formulas.length > 0 && goesOnBehind(flow, item)) {
      joined.length -= formulas.length;
      for (const part of [...formulas, item as LabelledText]) lengthen(flow, part);
      continue;
    }
    if (caption && last === caption && goesOn(caption, item, false)) {
      lengthen(caption, item);
      continue;
    }
    if (flow && goesOn(flow, item, isParted)) {
      lengthen(flow, item);
      continue;
    }
    isParted = false;
    flow = opened(item);
    joined.push(flow);
  }
  return { items: joined, repeated };
}

/** The formulas that follow a paragraph at the end; none where anything else stands between. */
function formulasBehind(flow: LabelledText, joined: readonly Labelled[]): LabelledText[] {
  const last = joined.findLastIndex(({ role }) => role !== 'formula');
  return joined[last] === flow ? (joined.slice(last + 1) as LabelledText[]) : [];
}

/** A sentence around a formula: it stands where it is read. */
function goesOnBehind(flow: LabelledText, item: LabelledText): boolean {
  return (
    flow.role === 'paragraph' &&
    item.role === 'paragraph' &&
    !/[.!?。！？]$/.test(flow.block.lines.at(-1)!.text) &&
    /^\p{Ll}/u.test(item.block.lines[0]!.text)
  );
}

function lengthen({ block }: LabelledText, item: LabelledText): void {
  block.lines.push(...item.block.lines);
  block.isFull = item.block.isFull;
  block.column = item.block.column;
}

/** What grows is a copy of its own. */
function opened(item: LabelledText): LabelledText {
  return { ...item, block: { ...item.block, lines: [...item.block.lines] } };
}

function goesOn(flow: LabelledText, item: LabelledText, isParted: boolean): boolean {
  if (flow.role === 'heading' || item.role !== 'paragraph') return false;
  const [a, b] = [flow.block, item.block];
  if (a.isEntry || b.isEntry) return false;
  const last = a.lines.at(-1)!;
  const first = b.lines[0]!;
  const isElsewhere = isParted || b.page !== a.page || first.baseline <= last.baseline;
  if (!isElsewhere || Math.abs(last.size - first.size) > 0.06 * last.size) return false;
  if (endsOpen(a) || (/^\p{Ll}/u.test(first.text) && !/[.!?。！？]$/.test(last.text))) return true;
  // A sentence that ends where the line does: the last line of a paragraph is seldom so full.
  const isIndented = b.x - b.column.x > 0.7 * first.size;
  return !isParted && flow.role === 'paragraph' && !isIndented && !isShort(a, last, first);
}

function saysContinued({ block }: LabelledText): boolean {
  const { text } = block.lines[0]!;
  return (
    captionStart(text)?.kind === 'table' && /^续|\bcont(?:inued|['’.]?d?\b)|续[）)]?$/i.test(text)
  );
}

/** A table that goes on: on the next page under the same head or in the same columns without any,
 *  in the next column under the same head. */
function continuesTable(last: Labelled | undefined, item: Labelled | undefined): boolean {
  if (last?.role !== 'picture' || item?.role !== 'picture') return false;
  const [a, b] = [last.block, item.block];
  if (a.kind !== 'table' || b.kind !== 'table') return false;
  const pages = b.page - (a.lastPage ?? a.page);
  if (pages === 0) return b.box[0] > right(a.box) && hasSameHead(a.table, b.table);
  if (pages !== 1) return false;
  return hasSameHead(a.table, b.table) || hasSameColumns(a.table.columns, b.table.columns);
}

type TableBlock = Extract<PageBlock, { kind: 'table' }>;

function addRows(a: TableBlock, b: TableBlock): void {
  a.table.rows.push(...b.table.rows.slice(hasSameHead(a.table, b.table) ? 1 : 0));
  a.lastPage = b.page;
}

function hasSameHead(a: FoundTable, b: FoundTable): boolean {
  return JSON.stringify(a.rows[0]) === JSON.stringify(b.rows[0]);
}

/** Left and right pages may be set off against each other. */
function hasSameColumns(a: readonly number[], b: readonly number[]): boolean {
  const shift = b[0]! - a[0]!;
  return a.length === b.length && a.every((place, at) => Math.abs(place + shift - b[at]!) < 12);
}
