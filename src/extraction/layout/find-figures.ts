import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, grow, holdsMiddle, overlapX, overlapY, right } from './box.ts';
import { readsAsCaption } from './caption-grammar.ts';
import { clusterBoxes } from './cluster-boxes.ts';
import type { FoundFigure } from './found-figure.ts';
import { mergePanels } from './merge-panels.ts';
import type { RawPage } from './raw-page.ts';
import type { Segment } from './segment.ts';
import { turnedLabels } from './turned-labels.ts';

/** Drawings nearer than this belong together: less than a line of text. */
const nearPoints = 7;
const leastSide = 30;
const mostPanels = 1500;
const mostLabels = 400;

/** The pictures and drawings of a page. What is drawn behind text (boxes, shaded tables, the
 *  picture of a scanned page) is none. */
export function findFigures(page: RawPage, segments: readonly Segment[]): FoundFigure[] {
  const images = page.images.filter(({ box }) => !isBackground(box, page, segments));
  // So many are strokes of a drawing, and to look behind each would take long.
  const panels =
    page.panels.length > mostPanels
      ? page.panels
      : page.panels.filter(box => !isBehindText(box, segments));
  const captions = segments.filter(({ text }) => readsAsCaption(text));
  const marks = [
    ...images.map(({ box }) => box),
    ...[...page.shapes, ...panels].filter(box => !isFrame(box, captions)),
  ].filter(box => !isBackground(box, page, segments));
  const found: FoundFigure[] = [];
  for (const cluster of clusterBoxes(marks, page, nearPoints)) {
    const own = images.filter(({ box }) => holdsMiddle(cluster.box, box) && isSizable(box));
    const shapes = page.shapes.filter(box => holdsMiddle(cluster.box, box)).length;
    const isDrawn = shapes >= 3 || cluster.count >= 4 || (shapes > 0 && isLarge(cluster.box));
    if (cluster.box[2] < leastSide || cluster.box[3] < leastSide) continue;
    if (own.length === 0 && (!isDrawn || isMostlyText(cluster.box, segments))) continue;
    const ruled = withRules(cluster.box, page, captions);
    const box = withLabels(ruled, page, segments);
    found.push({
      box,
      kind: own.length > 0 ? 'raster' : 'vector',
      density: Math.max(0, ...own.map(({ box: [, , width], pixels }) => pixels[0] / width)),
      isRemoved: own.some(({ isRemoved }) => isRemoved),
    });
  }
  return mergePanels(found, segments);
}

function isSizable([, , width, height]: Box): boolean {
  return width >= 20 && height >= 20;
}

function isLarge([, , width, height]: Box): boolean {
  return width >= 60 && height >= 60;
}

function isBackground(box: Box, page: RawPage, segments: readonly Segment[]): boolean {
  const share = (box[2] * box[3]) / (page.width * page.height);
  return share > 0.6 && lettersIn(box, segments) > 200;
}

/** A box or a shaded cell whose area is filled with text. */
function isBehindText(box: Box, segments: readonly Segment[]): boolean {
  return lettersIn(box, segments) >= 3 && textShare(box, segments) > 0.2;
}

function isMostlyText(box: Box, segments: readonly Segment[]): boolean {
  return textShare(box, segments) > 0.35;
}

/** Up to a few hundred: nobody asks for more. */
function lettersIn(box: Box, segments: readonly Segment[]): number {
  let letters = 0;
  for (const segment of segments) {
    if (holdsMiddle(box, segment.box)) letters += segment.text.length;
    if (letters > 300) break;
  }
  return letters;
}

function textShare(box: Box, segments: readonly Segment[]): number {
  let area = 0;
  for (const segment of segments)
    if (holdsMiddle(box, segment.box)) area += segment.box[2] * segment.size;
  return area / Math.max(1, box[2] * box[3]);
}

/** What is drawn around a figure with its caption is no part of it. */
function isFrame(box: Box, captions: readonly Segment[]): boolean {
  return captions.some(caption => holdsMiddle(box, caption.box));
}

/** Axes and frames are lines that touch the drawing. */
function withRules(start: Box, page: RawPage, captions: readonly Segment[]): Box {
  const near = grow(start, 4);
  const touching = page.rules
    .map(([x0, y0, x1, y1]): Box => [x0, y0, x1 - x0, y1 - y0])
    .filter(
      rule =>
        overlapX(near, rule) >= 0 &&
        overlapY(near, rule) >= 0 &&
        rule[2] <= 2 * start[2] &&
        rule[3] <= 2 * start[3],
    );
  const ruled = boxAround([start, ...touching]);
  return isFrame(ruled, captions) ? start : ruled;
}

/** Words of the drawing that stand at its edge: names of axes, numbers at ticks, letters of panels.
 *  What is found brings its own neighbours near. */
function withLabels(start: Box, page: RawPage, segments: readonly Segment[]): Box {
  let box = start;
  for (let round = 0; round < labelRounds; round++) {
    const near = segments.filter(segment => distance(box, segment.box) < nearLabel);
    if (near.length > mostLabels) return box;
    const labels = near.filter(segment => isLabel(segment, box, segments));
    const next = boxAround([box, ...turnedLabels(box, page), ...labels.map(label => label.box)]);
    if (right(next) > page.width || bottom(next) > page.height) return box;
    box = next;
  }
  return box;
}

const labelRounds = 3;
const nearLabel = 7;
const longestLabel = 14;

function gapX(a: Box, b: Box): number {
  return Math.max(0, -overlapX(a, b));
}

function distance(a: Box, b: Box): number {
  return Math.max(gapX(a, b), -overlapY(a, b));
}

function isLabel({ box, text, baseline }: Segment, start: Box, all: readonly Segment[]): boolean {
  if (text.length > longestLabel || readsAsCaption(text)) return false;
  if (box[1] >= start[1] && bottom(box) <= bottom(start)) return true;
  // Above and below, prose may stand as near: a label there has no long neighbours on its line.
  return !all.some(
    other =>
      Math.abs(other.baseline - baseline) < 2 &&
      overlapX(other.box, start) > 0 &&
      (other.text.length > longestLabel || readsAsCaption(other.text)),
  );
}
