import type { PixelBox } from '../protocol.ts';
import type { PagePixels } from './decode-page.ts';
import { inkOf } from './ink-of.ts';
import { measureSkew } from './measure-skew.ts';
import { turnPage } from './turn-page.ts';

type Reader = {
  findLines(page: PagePixels): Promise<PixelBox[]>;
  recognise(page: PagePixels, box: PixelBox): Promise<{ confidence: number }>;
};

const sampled = 6;
/** Letters that stand on their heads are read with less certainty. */
const surely = 0.9;

/** A page as it is to be read, where its lines stand, and by how many degrees clockwise it was
 *  turned for it: a scan lies askew, on its side or on its head. */
export async function setUpright(
  page: PagePixels,
  { findLines, recognise }: Reader,
): Promise<{ page: PagePixels; boxes: PixelBox[]; degrees: number }> {
  let boxes = await findLines(page);
  let upright = page;
  let degrees = isSideways(boxes) ? 90 : 0;
  if (degrees > 0) upright = await turnPage(page, degrees);
  const skew = measureSkew(inkOf(upright), upright.width, upright.height);
  degrees -= skew;
  if (degrees !== 0) {
    upright = await turnPage(page, degrees);
    boxes = await findLines(upright);
  }
  const certainty = await certaintyOf(upright, boxes);
  if (certainty < surely && boxes.length > 0) {
    const over = await turnPage(page, degrees + 180);
    const turned = boxes.map(([x, y, width, height]): PixelBox => {
      return [upright.width - x - width, upright.height - y - height, width, height];
    });
    if ((await certaintyOf(over, turned)) > certainty + 0.05)
      return { page: over, boxes: await findLines(over), degrees: (degrees + 180) % 360 };
  }
  return { page: upright, boxes, degrees };

  async function certaintyOf(of: PagePixels, lines: readonly PixelBox[]): Promise<number> {
    const longest = lines.toSorted((a, b) => b[2] - a[2]).slice(0, sampled);
    let sum = 0;
    for (const box of longest) sum += (await recognise(of, box)).confidence;
    return sum / Math.max(1, longest.length);
  }
}

function isSideways(boxes: readonly PixelBox[]): boolean {
  const area = (some: readonly PixelBox[]) =>
    some.reduce((sum, [, , width, height]) => sum + width * height, 0);
  const tall = boxes.filter(([, , width, height]) => height > 1.5 * width);
  const wide = boxes.filter(([, , width, height]) => width > 1.5 * height);
  return tall.length > wide.length && area(tall) > 1.5 * area(wide);
}
