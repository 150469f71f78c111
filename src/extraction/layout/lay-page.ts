import type { Box } from '../../contracts/document/index.ts';
import { bottom, grow, holdsMiddle, overlapY } from './box.ts';
import { captionedDrawings } from './captioned-drawings.ts';
import { carryTable } from './carry-table.ts';
import { wallsOf } from './cut-runs.ts';
import { findFigures } from './find-figures.ts';
import { type Float, findFloats } from './find-floats.ts';
import { findOpenTables } from './find-open-tables.ts';
import { findProse } from './find-prose.ts';
import { findTables } from './find-tables.ts';
import type { FoundFigure } from './found-figure.ts';
import type { FoundTable } from './found-table.ts';
import { orderItems } from './order-items.ts';
import type { RawPage } from './raw-page.ts';
import type { Line, Segment } from './segment.ts';
import { type Chain, isBeside, toChains } from './to-chains.ts';
import { tidy, toLine } from './to-line.ts';

export type Item =
  | { kind: 'line'; box: Box; line: Line }
  | { kind: 'figure'; box: Box; figure: FoundFigure }
  | { kind: 'table'; box: Box; table: FoundTable }
  /** A figure that the text runs around, with its caption. */
  | { kind: 'float'; box: Box; figure: FoundFigure; caption: Line[] };

export type LaidPage = {
  /** In reading order; the items of each from top to bottom. */
  columns: Item[][];
  /** Text at an angle that belongs to no figure. */
  turnedTexts: string[];
  lastTable: FoundTable | undefined;
};

export type PageText = {
  page: RawPage;
  segments: readonly Segment[];
  /** The same text, parted as in tables. */
  cells: readonly Segment[];
  /** The last table of the page before. */
  before: FoundTable | undefined;
};

type Loose = Chain | Exclude<Item, { kind: 'line' | 'float' }>;

/** An upright page without its heads and feet, in reading order. */
export function layPage({ page, segments, cells, before }: PageText): LaidPage {
  const ruled = findTables(page, cells);
  const carried = before && carryTable(before, cells, ruled);
  if (carried) ruled.unshift(carried);
  const free = segments.filter(({ box }) => !ruled.some(table => holdsMiddle(table.box, box)));
  const tables = [...ruled, ...findOpenTables(free, usualSize(segments))];
  const isInTable = (box: Box) => tables.some(table => holdsMiddle(grow(table.box, 1), box));
  const rest = segments.filter(({ box }) => !isInTable(box));
  const drawn = {
    ...page,
    images: page.images.filter(({ box }) => !isInTable(box)),
    panels: page.panels.filter(box => !isInTable(box)),
    shapes: page.shapes.filter(box => !isInTable(box)),
    rules: page.rules.filter(([x0, y0, x1, y1]) => !isInTable([x0, y0, x1 - x0, y1 - y0])),
  };
  const text = findProse(rest, wallsOf(drawn.rules), usualSize(segments));
  const figures = captionedDrawings(drawn, text, findFigures(drawn, rest));
  const floats = findFloats(figures, text);
  const inFloats = new Set(floats.flatMap(({ caption }) => caption.flatMap(line => line.segments)));
  const isInFigure = (box: Box) => figures.some(figure => holdsMiddle(figure.box, box));
  const loose: Loose[] = [
    ...toChains(rest.filter(segment => !isInFigure(segment.box) && !inFloats.has(segment))),
    ...figures
      .filter(figure => !floats.some(float => float.figure === figure))
      .map(figure => ({ kind: 'figure' as const, box: figure.box, figure })),
    ...tables.map(table => ({ kind: 'table' as const, box: table.box, table })),
  ];
  return {
    lastTable: tables.reduce<FoundTable | undefined>(
      (last, table) => (last && bottom(last.box) > bottom(table.box) ? last : table),
      undefined,
    ),
    columns: withFloats(orderItems(loose).map(toItems), floats),
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
    if (!('segments' in item)) {
      close();
      items.push(item);
      continue;
    }
    const near = open.slice(-20);
    if (!item.segments.some(segment => near.some(other => isBeside(other, segment)))) close();
    open.push(...item.segments);
  }
  close();
  return items;
}

/** Each before the first line that runs beside it. */
function withFloats(columns: Item[][], floats: readonly Float[]): Item[][] {
  for (const { box, figure, caption } of floats) {
    const isBesideFloat = (item: Item) => item.kind === 'line' && overlapY(item.box, box) > 0;
    const counts = columns.map(items => items.filter(isBesideFloat).length);
    const items = columns[counts.indexOf(Math.max(...counts))] ?? [];
    const lines = caption.map(({ segments }) => toLine(segments));
    const at = items.findIndex(isBesideFloat);
    items.splice(at < 0 ? items.length : at, 0, { kind: 'float', box, figure, caption: lines });
  }
  return columns;
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

function usualSize(segments: readonly Segment[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of segments) {
    const rounded = Math.round(size * 4) / 4;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [10, 0])[0];
}
