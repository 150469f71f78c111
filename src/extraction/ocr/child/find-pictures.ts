import { readsAsCaption } from '../../layout/caption-grammar.ts';
import { readsAsSentence } from '../../layout/reads-as-sentence.ts';
import type { PixelBox } from '../protocol.ts';
import { type Blob, blobsOf } from './blobs-of.ts';

/** Cells across the longer side of a page. */
const cells = 180;
/** Of the shorter side of the page. */
const leastSide = 0.08;
/** Of the area of a picture: a list of short lines has none. */
const leastDrawn = 0.04;

type PageInk = { ink: Uint8Array; width: number; height: number };
type ReadLine = { text: string; box: PixelBox };

/** Areas of ink that were not read as text: photographs and drawings of a scanned page. */
export function findPictures(page: PageInk, read: readonly ReadLine[]): PixelBox[] {
  const lines = read.map(({ box }) => box);
  const cell = Math.max(1, Math.ceil(Math.max(page.width, page.height) / cells));
  const columns = Math.ceil(page.width / cell);
  const rows = Math.ceil(page.height / cell);
  const ink = new Float32Array(columns * rows);
  for (let y = 0; y < page.height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < page.width; x++) {
      if (page.ink[y * page.width + x]) ink[row + Math.floor(x / cell)]!++;
    }
  }
  const clear = (grid: Float32Array, boxes: readonly PixelBox[]) => {
    for (const [x, y, width, height] of boxes)
      for (let r = Math.floor(y / cell); r <= Math.floor((y + height) / cell); r++)
        for (let c = Math.floor(x / cell); c <= Math.floor((x + width) / cell); c++)
          if (r < rows && c < columns) grid[r * columns + c] = 0;
  };
  // Words within a drawing are part of it; captions, sentences and lines as long as those of the
  // text are not.
  const widths = lines.map(([, , width]) => width).sort((a, b) => a - b);
  const long = 0.6 * (widths[Math.floor(0.75 * widths.length)] ?? 0);
  const drawn = Float32Array.from(ink);
  clear(drawn, lines);
  clear(
    ink,
    read.filter(line => line.box[2] >= long || isProse(line)).map(({ box }) => box),
  );
  const inked = widen(ink, columns, rows, cell);
  const least = leastSide * Math.min(page.width, page.height);
  return blobsOf(inked, columns, rows, 1)
    .filter(blob => drawnShare(blob, drawn, columns, cell) > leastDrawn)
    .map(({ x, y, width, height }): PixelBox => [x * cell, y * cell, width * cell, height * cell])
    .filter(([, , width, height]) => width >= least && height >= least)
    .filter(box => !isFrame(box, page));
}

function isProse({ text }: ReadLine): boolean {
  return readsAsCaption(text) || readsAsSentence(text);
}

/** How much of an area is ink that is no text. */
function drawnShare(blob: Blob, drawn: Float32Array, columns: number, cell: number): number {
  const enough = leastInk(cell);
  let count = 0;
  for (let r = blob.y; r < blob.y + blob.height; r++)
    for (let c = blob.x; c < blob.x + blob.width; c++)
      if (drawn[r * columns + c]! >= enough) count++;
  return count / (blob.width * blob.height);
}

function leastInk(cell: number): number {
  return Math.max(2, 0.03 * cell * cell);
}

/** Strokes that nearly touch are one drawing; the specks of a scan are none. */
function widen(ink: Float32Array, columns: number, rows: number, cell: number): Uint8Array {
  const least = leastInk(cell);
  const wide = new Uint8Array(columns * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (ink[r * columns + c]! < least) continue;
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++)
          wide[y * columns + x] = 1;
    }
  return wide;
}

/** The dark edge of a scan. */
function isFrame([, , width, height]: PixelBox, page: PageInk): boolean {
  return width > 0.97 * page.width && height > 0.97 * page.height;
}
