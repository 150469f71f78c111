import {
  type Box,
  type DraftBlock,
  escapeInline,
  renderTable,
} from '../../contracts/document/index.ts';
import { bindCaptions } from './bind-captions.ts';
import { clampBox, holdsMiddle } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import { drawnBullets } from './drawn-bullets.ts';
import { type Furniture, findFurniture } from './find-furniture.ts';
import type { FoundTable } from './found-table.ts';
import { joinBlocks } from './join-blocks.ts';
import { joinLines, joinStyled, type Words, wordsOf } from './join-lines.ts';
import { type Labelled, type LabelledText, labelBlocks } from './label-blocks.ts';
import { layBack } from './lay-back.ts';
import { layPage } from './lay-page.ts';
import { listMarker, markdownMarker } from './list-marker.ts';
import { quietStyles } from './quiet-styles.ts';
import type { RawPage } from './raw-page.ts';
import type { PageBlock, TextBlock } from './text-block.ts';
import { toBlocks } from './to-blocks.ts';
import { toSegments } from './to-segments.ts';
import { turnedBack, uprightPage } from './upright-page.ts';

/** A figure whose picture has yet to be cut out of its page. */
export type PlannedFigure = {
  id: string;
  page: number;
  box: Box;
  /** Where it is cut out of the page once that is turned clockwise. */
  cut: { box: Box; degrees: number };
  label: string | null;
  caption: string | null;
  kind: 'raster' | 'vector';
  density: number;
  /** Too large to be drawn. */
  isRemoved: boolean;
};

/** What reading pictures overlooks most. */
const scanNote = 'read from a picture: signs that stand alone in a cell may be missing or wrong';

export type LaidDocument = {
  blocks: DraftBlock[];
  figures: PlannedFigure[];
  /** Captions of figures that stand near none. */
  lost: { page: number; box: Box }[];
  furniture: Furniture[];
  title: string | null;
  language: 'en' | 'zh' | null;
};

/** From what stands on the pages to a text in reading order. Pure, and bounded by its input. */
export function layDocument(rawPages: readonly RawPage[]): LaidDocument {
  const pages = rawPages.map(raw => {
    const { page, turned } = uprightPage(raw);
    const segments = toSegments(page);
    return { raw, page, turned, segments: [...segments, ...drawnBullets(page.shapes, segments)] };
  });
  quietStyles(pages.map(({ segments }) => segments));
  const heads = findFurniture(
    pages.map(({ page, segments }) => ({ number: page.number, height: page.height, segments })),
  );
  let before: FoundTable | undefined;
  const laid = pages.map(({ page, segments, ...rest }) => {
    const head = segments.filter(segment => heads.segments.has(segment));
    const { columns, turnedTexts, lastTable } = layPage({
      page,
      segments: segments.filter(segment => !heads.segments.has(segment)),
      cells: toSegments(page, 'table').filter(
        cell => !head.some(({ box }) => holdsMiddle(box, cell.box)),
      ),
      before,
    });
    before = lastTable;
    const blocks = columns.flatMap(column => toBlocks(column, page.number));
    return { ...rest, height: page.height, number: page.number, blocks, turnedTexts };
  });
  const words = wordsOf(
    laid.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'text' ? [block.lines.map(({ text }) => text)] : [])),
    ),
  );
  const joined = joinBlocks(labelBlocks(laid));
  const { items, captionOf } = bindCaptions(joined.items);
  const pageOf = new Map(laid.map(({ number, raw }) => [number, raw]));
  const readBoxOf = new Map(
    laid.map(({ number, raw, turned }) => [number, (box: Box) => turnedBack(box, raw, turned)]),
  );
  const figures: PlannedFigure[] = [];
  const placeOf = ({ page, box }: PageBlock) => {
    const raw = pageOf.get(page)!;
    const readBox = readBoxOf.get(page)!(box);
    const size = raw.turned ?? raw;
    return {
      raw,
      readBox,
      box: clampBox(roundBox(layBack(readBox, raw)), size.width, size.height),
    };
  };
  const placed = items.flatMap((item): DraftBlock[] => {
    const { page } = item.block;
    const { raw, readBox, box } = placeOf(item.block);
    if (item.role !== 'picture') return [textBlock(item, box, words)];
    if (item.block.kind === 'table') {
      const { rows, note } = item.block.table;
      const notes = [note, raw.turned ? scanNote : null].filter(text => text !== null);
      const told = notes.length > 0 ? notes.join('; ') : null;
      return [{ type: 'table', text: renderTable(rows), page, box, note: told }];
    }
    const caption = captionOf.get(item.block);
    const text = caption ? plainText(caption.block, words) : null;
    const id = `figure-${figures.length + 1}`;
    const label = text ? (captionStart(text)?.label ?? null) : null;
    const { kind, density, isRemoved } = item.block.figure;
    const degrees = raw.turned?.degrees ?? 0;
    const cut = { box: clampBox(roundBox(readBox), raw.width, raw.height), degrees };
    figures.push({ id, page, box, cut, label, caption: text, kind, density, isRemoved });
    return [{ type: 'figure', figure: id, text: label ?? '', page, box }];
  });
  const blocks = [...placed, ...laid.flatMap(page => turnedBlocks(page.number, page.turnedTexts))]
    .filter(({ type, text }) => type === 'figure' || text !== '')
    .sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
  return {
    blocks,
    figures,
    lost: lostCaptions(items, captionOf).map(({ block }) => ({
      page: block.page,
      box: placeOf(block).box,
    })),
    furniture: [
      ...heads.furniture,
      ...joined.repeated.map(
        ({ block }): Furniture => ({
          page: block.page,
          text: block.lines.map(({ text }) => text).join(' '),
          kind: 'running-head',
        }),
      ),
    ],
    title: titleOf(items, words),
    language: languageOf(blocks),
  };
}

function lostCaptions(
  items: readonly Labelled[],
  captionOf: ReadonlyMap<PageBlock, LabelledText>,
): LabelledText[] {
  const startOf = ({ block }: LabelledText) => captionStart(block.lines[0]!.text);
  const bound = new Set(captionOf.values());
  const labels = new Set([...bound].map(caption => startOf(caption)?.label));
  return items.filter((item): item is LabelledText => {
    if (item.role !== 'caption' || bound.has(item)) return false;
    const start = startOf(item);
    // One that goes on over a page has its figure where it began.
    return start?.kind === 'figure' && !labels.has(start.label);
  });
}

function textBlock({ block, role, level }: LabelledText, box: Box, words: Words): DraftBlock {
  const plain = plainText(block, words);
  const place = { page: block.page, box };
  if (role === 'heading') return { type: 'heading', level: level ?? 1, text: plain, ...place };
  const marked = role === 'list-item' ? listMarker(plain) : undefined;
  const text = joinStyled(block.lines, words, marked ? plain.length - marked.rest.length : 0);
  if (role === 'caption' || role === 'footnote' || role === 'formula')
    return { type: role, text, ...place };
  if (!marked) return { type: 'paragraph', text: guardStart(text), ...place };
  const { marker, keeps } = markdownMarker(marked);
  return { type: 'list-item', marker, text: `${keeps}${text}`, level: 1, ...place };
}

function plainText(block: TextBlock, words: Words): string {
  return joinLines(
    block.lines.map(({ text }) => text),
    words,
  );
}

/** The lines are inline Markdown already; only what begins a block is left to guard. */
function guardStart(text: string): string {
  return text
    .replace(/^(#{1,6}|[-+])(?=\s)|^([>|~=])/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}

function turnedBlocks(page: number, texts: readonly string[]): DraftBlock[] {
  return texts.map(text => ({
    type: 'paragraph',
    text: escapeInline(text),
    page,
    note: 'this text stands at an angle',
  }));
}

function titleOf(items: readonly Labelled[], words: Words): string | null {
  const first = items.find(
    (item): item is LabelledText => item.role === 'heading' && item.level === 1,
  );
  return first && first.block.page <= 3 ? plainText(first.block, words) : null;
}

function languageOf(blocks: readonly DraftBlock[]): 'en' | 'zh' | null {
  let [han, latin] = [0, 0];
  for (const { text } of blocks) {
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    latin += text.match(/[A-Za-z]+/g)?.length ?? 0;
  }
  if (han + latin < 3) return null;
  return han > 0.3 * (han + latin) ? 'zh' : 'en';
}

function roundBox(box: Box): Box {
  return box.map(side => Math.round(side * 100) / 100) as Box;
}
