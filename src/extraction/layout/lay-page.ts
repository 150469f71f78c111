import type { Box } from '../../contracts/document/index.ts';
import { grow, holdsMiddle, overlapY } from './box.ts';
import { type FoundFigure, findFigures } from './find-figures.ts';
import { type FoundTable, findTables } from './find-tables.ts';
import { orderItems } from './order-items.ts';
import type { RawPage } from './raw-page.ts';
import type { Line, Segment } from './segment.ts';
import { tidy, toLine } from './to-line.ts';

export type Item =
  | { kind: 'line'; box: Box; line: Line }
  | { kind: 'figure'; box: Box; figure: FoundFigure }
  | { kind: 'table'; box: Box; table: FoundTable };

export type LaidPage = {
  /** In reading order; the items of each from top to bottom. */
  columns: Item[][];
  /** Text at an angle that belongs to no figure. */
  turnedTexts: string[];
};

type Loose = { box: Box; segment: Segment } | Exclude<Item, { kind: 'line' }>;

/** An upright page without its heads and feet, in reading order. */
export function layPage(page: RawPage, segments: readonly Segment[]): LaidPage {
  const tables = findTables(page, segments);
  const isInTable = (box: Box) => tables.some(table => holdsMiddle(grow(table.box, 1), box));
  const rest = segments.filter(({ box }) => !isInTable(box));
  const drawn = {
    ...page,
    images: page.images.filter(({ box }) => !isInTable(box)),
    panels: page.panels.filter(box => !isInTable(box)),
    shapes: page.shapes.filter(box => !isInTable(box)),
  };
  const figures = findFigures(drawn, rest);
  const isInFigure = (box: Box) => figures.some(figure => holdsMiddle(figure.box, box));
  const loose: Loose[] = [
    ...rest.filter(({ box }) => !isInFigure(box)).map(segment => ({ box: segment.box, segment })),
    ...figures.map(figure => ({ kind: 'figure' as const, box: figure.box, figure })),
    ...tables.map(table => ({ kind: 'table' as const, box: table.box, table })),
  ];
  return {
    columns: orderItems(loose).map(toItems),
    turnedTexts: turnedTexts(page, box => isInFigure(box) || isInTable(box)),
  };
}

/** Pieces of one line stand on one baseline, or overlap it as raised letters do. */
function toItems(column: readonly Loose[]): Item[] {
  const items: Item[] = [];
  let open: Segment[] = [];
  const close = () => {
    if (open.length === 0) return;
    const line = toLine(open);
    items.push({ kind: 'line', box: line.box, line });
    open = [];
  };
  for (const item of column) {
    if (!('segment' in item)) {
      close();
      items.push(item);
      continue;
    }
    if (!open.slice(-20).some(other => isBeside(other, item.segment))) close();
    open.push(item.segment);
  }
  close();
  return items;
}

function isBeside(a: Segment, b: Segment): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const raised = large.baseline - small.baseline;
  if (small.size < 0.85 * large.size)
    return raised > -0.4 * large.size && raised < 0.75 * large.size;
  return Math.abs(raised) < 0.35 * small.size && overlapY(a.box, b.box) > 0;
}

function turnedTexts(page: RawPage, isTaken: (box: Box) => boolean): string[] {
  const texts: string[] = [];
  let lastTurns: unknown;
  for (const { turns, text, x, y, size } of page.runs) {
    if (turns === 0 || isTaken([x, y, size, size])) continue;
    if (turns === lastTurns && texts.length > 0) texts.push(`${texts.pop()}${text}`);
    else texts.push(text);
    lastTurns = turns;
  }
  return texts.map(tidy).filter(text => text !== '');
}
