import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, grow, holdsMiddle, overlapX, overlapY, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import { type PageProse, textOf } from './find-prose.ts';
import type { FoundFigure } from './found-figure.ts';
import type { RawPage } from './raw-page.ts';
import type { Chain } from './to-chains.ts';
import { turnedLabels } from './turned-labels.ts';

const leastSide = 30;
const leastMarks = 3;
/** A plate alone is a figure, where it is as large as one. */
const plateSide = 60;
/** Between a drawing and words above or below it, and those before its caption. */
const nearLabel = 18;
const nearCaption = 45;
const longestLabel = 60;
/** Letters reach below their boxes, strokes beyond theirs. */
const margin = 1;
const mostMarks = 4000;
const mostCaptions = 30;

/** Bars and boxes that stand apart are one drawing where a caption says so: all that is drawn between
 *  the caption of a figure and the text, with the words inside, is that figure. */
export function captionedDrawings(
  page: RawPage,
  text: PageProse,
  found: readonly FoundFigure[],
): FoundFigure[] {
  const marks = marksOf(page);
  if (marks.length === 0 || marks.length > mostMarks) return [...found];
  const captions = text.captions.filter(
    ({ first }) => captionStart(textOf(first))?.kind === 'figure',
  );
  if (captions.length > mostCaptions) return [...found];
  let figures = [...found];
  for (const { first, last } of captions) {
    const room = roomOf(first, text, page);
    const above: Box = [room.x, room.top, room.width, first.box[1] - room.top];
    const below: Box = [room.x, bottom(last.box), room.width, room.end - bottom(last.box)];
    const taken = [above, below]
      .map(band => narrowed(band, text.prose))
      .map((band, at) =>
        takeBand(band, { page, marks, loose: text.loose, figures, isAbove: at === 0 }),
      )
      .find(result => result !== undefined);
    figures = taken ?? figures;
  }
  return figures;
}

function marksOf({ rules, panels, shapes }: RawPage): Box[] {
  const lines = rules.map(([x0, y0, x1, y1]): Box => [x0, y0, x1 - x0, y1 - y0]);
  return [...lines, ...panels, ...shapes];
}

/** The column of a caption, and the text above and below it. */
function roomOf({ box }: Chain, { prose, captions }: PageProse, page: RawPage) {
  const own = captions.find(({ first }) => first.box === box)!;
  const column = prose.filter(line => overlapX(line.box, box) > 0).map(line => line.box);
  const wide = boxAround(column);
  const ends = column.map(bottom).filter(end => end <= box[1] + 3);
  const starts = column.map(([, y]) => y).filter(y => y >= bottom(own.last.box) - 3);
  return {
    x: Math.max(0, wide[0] - 12),
    width: wide[2] + 24,
    top: Math.max(0, ...ends),
    end: Math.min(page.height, ...starts),
  };
}

/** Without the text that runs beside it. */
function narrowed(band: Box, prose: readonly Chain[]): Box {
  const beside = prose.filter(({ box }) => overlapY(box, band) > 2 && overlapX(box, band) > 0);
  const middle = band[0] + band[2] / 2;
  const left = beside.filter(({ box }) => right(box) <= middle).map(({ box }) => right(box));
  const other = beside.filter(({ box }) => box[0] >= middle).map(({ box }) => box[0]);
  const x = Math.max(band[0], ...left);
  return [x, band[1], Math.min(right(band), ...other) - x, band[3]];
}

type Around = {
  page: RawPage;
  marks: readonly Box[];
  loose: readonly Chain[];
  figures: readonly FoundFigure[];
  /** The caption stands below. */
  isAbove: boolean;
};

/** The figures with the one of this band; undefined where nothing is drawn there. */
function takeBand(band: Box, around: Around): FoundFigure[] | undefined {
  const { page, marks, loose, figures } = around;
  const own = figures.filter(({ box }) => holdsMiddle(band, box));
  if (own.some(({ kind }) => kind === 'raster')) return [...figures];
  const inside = marks.filter(
    box => holdsMiddle(grow(band, 3), box) && box[2] <= band[2] + 6 && box[3] <= band[3] + 6,
  );
  const drawn = inside.filter(box => !isLoneRule(box, band, inside));
  if (own.length === 0 && !isDrawing(drawn)) return undefined;
  const holds = (mark: Box) => own.some(({ box }) => holdsMiddle(grow(box, 4), mark));
  const boxes = own.map(({ box }) => box);
  const pieces = own.length > 0 && drawn.every(holds) ? boxes : [boxAround([...drawn, ...boxes])];
  const words = loose.filter(line => holdsMiddle(band, line.box) && isLabel(line));
  const labelled = withWords(pieces, words, around.isAbove).map((box): FoundFigure => {
    const all = boxAround([box, ...turnedLabels(box, page)]);
    return { box: grow(all, margin), kind: 'vector', density: 0, isRemoved: false };
  });
  return [...figures.filter(figure => !own.includes(figure)), ...labelled];
}

function isDrawing(marks: readonly Box[]): boolean {
  const [, , width, height] = boxAround(marks);
  const least = marks.length < leastMarks ? plateSide : leastSide;
  return width >= least && height >= least;
}

/** A line across the column that parts it from what stands before it. */
function isLoneRule(box: Box, band: Box, all: readonly Box[]): boolean {
  if (box[3] > 2 || box[2] < 0.85 * (band[2] - 24)) return false;
  return !all.some(
    other => other !== box && overlapX(other, box) >= -3 && overlapY(other, box) >= -3,
  );
}

function isLabel({ segments }: Chain): boolean {
  return segments.reduce((sum, { text }) => sum + text.length, 0) <= longestLabel;
}

/** Words at the height of a drawing, or right above or below, go to the nearest; so do all between it
 *  and its caption. */
function withWords(pieces: readonly Box[], words: readonly Chain[], isAbove: boolean): Box[] {
  const boxes = [...pieces];
  const left = new Set(words);
  for (let grew = true; grew; ) {
    grew = false;
    for (const word of left) {
      const at = nearest(boxes, word.box);
      const box = boxes[at]!;
      const isBetween = isAbove === word.box[1] > bottom(box);
      if (gapY(box, word.box) > (isBetween ? nearCaption : nearLabel)) continue;
      left.delete(word);
      boxes[at] = boxAround([box, word.box]);
      grew = true;
    }
  }
  return boxes;
}

function nearest(boxes: readonly Box[], word: Box): number {
  const distance = (box: Box) => Math.max(gapY(box, word), 0) + Math.max(-overlapX(box, word), 0);
  return boxes.reduce((best, box, at) => (distance(box) < distance(boxes[best]!) ? at : best), 0);
}

const gapY = (a: Box, b: Box) => -overlapY(a, b);
