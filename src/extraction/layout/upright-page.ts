import type { RawBox, RawPage, Run } from './raw-page.ts';

/** A page whose text mostly runs sideways (a wide table on a tall page), turned to be read; other
 *  pages as they are. */
export function uprightPage(page: RawPage): { page: RawPage; turned: 0 | 1 | 2 | 3 } {
  const counts = [0, 0, 0, 0];
  for (const { turns, text } of page.runs) if (turns !== null) counts[turns]! += text.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.indexOf(Math.max(...counts)) as 0 | 1 | 2 | 3;
  if (most === 0 || counts[most]! < 0.6 * total) return { page, turned: 0 };
  let turnedPage = page;
  for (let step = 0; step < most; step++) turnedPage = turnBack(turnedPage);
  return { page: turnedPage, turned: most };
}

/** One quarter turn counterclockwise: what ran downwards runs to the right. */
function turnBack(page: RawPage): RawPage {
  const { width } = page;
  const box = ([x, y, w, h]: RawBox): RawBox => [y, width - x - w, h, w];
  return {
    ...page,
    width: page.height,
    height: page.width,
    runs: page.runs.map(run => ({ ...run, x: run.y, y: width - run.x, turns: less(run.turns) })),
    rules: page.rules.map(([x0, y0, x1, y1]) => [y0, width - x1, y1, width - x0]),
    panels: page.panels.map(box),
    shapes: page.shapes.map(box),
    images: page.images.map(image => ({ ...image, box: box(image.box) })),
  };
}

function less(turns: Run['turns']): Run['turns'] {
  return turns === null ? null : (((turns + 3) % 4) as Run['turns']);
}

/** A box of the turned page in the page as it lies in the file. */
export function turnedBack(box: RawBox, page: RawPage, turned: 0 | 1 | 2 | 3): RawBox {
  let [x, y, w, h] = box;
  let height = turned % 2 === 1 ? page.width : page.height;
  let width = turned % 2 === 1 ? page.height : page.width;
  for (let step = 0; step < turned; step++) {
    [x, y, w, h] = [height - y - h, x, h, w];
    [width, height] = [height, width];
  }
  return [x, y, w, h];
}
