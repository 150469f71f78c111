import type { PixelBox } from '../protocol.ts';
import { blobsOf } from './blobs-of.ts';
import type { PagePixels } from './decode-page.ts';
import { wipe } from './ink-of.ts';
import type { ReadLine } from './recognise.ts';

type Read = ReadLine & { box: PixelBox };

/** Of the height of a line as it is found. */
const highest = 0.85;
const lowest = 0.25;
const between = 0.35;
const mostMissed = 300;

/** The detector of lines overlooks letters that stand alone, as numbers in a table do: ink of their
 *  size, at the height of a line that was read, is read by itself. Only numbers are taken. */
export async function readMissed(
  page: PagePixels,
  { ink, lines, least }: { ink: Uint8Array; lines: readonly Read[]; least: number },
  recognise: (page: PagePixels, box: PixelBox) => Promise<ReadLine>,
): Promise<Read[]> {
  const { width, height } = page;
  const heights = lines.map(({ box }) => box[3]).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)];
  if (usual === undefined) return [];
  const left = ink.slice();
  wipe(
    left,
    width,
    lines.map(({ box }) => box.map(Math.round) as PixelBox),
  );
  const marks = blobsOf(left, width, height, 1)
    .filter(mark => mark.height < highest * usual && mark.width < highest * usual)
    .map(({ x, y, width: w, height: h }): PixelBox => [x, y, w, h]);
  const found = joined(marks, between * usual).filter(
    box => box[3] > lowest * usual && box[2] < 4 * usual && isInLine(box, lines),
  );
  const read: Read[] = [];
  for (const mark of found.slice(0, mostMissed)) {
    const box = padded(mark, usual, page);
    const line = await recognise(page, box);
    if (line.confidence >= least && /^[\d.,%()<>=±+–-]*\d[\d.,%()]*$/.test(line.text))
      read.push({ ...line, box });
  }
  return read;
}

function joined(marks: readonly PixelBox[], near: number): PixelBox[] {
  const boxes: PixelBox[] = [];
  for (const mark of marks.toSorted((a, b) => a[0] - b[0])) {
    const at = boxes.findIndex(
      ([x, y, w, h]) =>
        mark[0] - x - w < near && mark[1] < y + h + near / 3 && mark[1] + mark[3] > y - near / 3,
    );
    const box = boxes[at];
    if (!box) boxes.push([...mark]);
    else {
      const [x, y] = [Math.min(box[0], mark[0]), Math.min(box[1], mark[1])];
      const right = Math.max(box[0] + box[2], mark[0] + mark[2]);
      const bottom = Math.max(box[1] + box[3], mark[1] + mark[3]);
      boxes[at] = [x, y, right - x, bottom - y];
    }
  }
  return boxes;
}

function isInLine([, y, , height]: PixelBox, lines: readonly Read[]): boolean {
  const middle = y + height / 2;
  return lines.some(({ box }) => Math.abs(box[1] + box[3] / 2 - middle) < 0.25 * box[3]);
}

/** With the room around it that a line as it is found has. */
function padded([x, y, w, h]: PixelBox, usual: number, page: PagePixels): PixelBox {
  const [beside, above] = [0.3 * usual, Math.max(0.15 * usual, (usual - h) / 2)];
  const [left, top] = [Math.max(0, x - beside), Math.max(0, y - above)];
  return [
    left,
    top,
    Math.min(page.width - left, w + 2 * beside),
    Math.min(page.height - top, h + 2 * above),
  ];
}
