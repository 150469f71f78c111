import type { PixelBox } from '../protocol.ts';

/** Of the longer side of the page. */
const leastLength = 0.025;
const mostThick = 0.004;
/** Pieces that a scan has broken apart, in pixels. */
const mostBreak = 3;
const mostRules = 2000;

type Run = { from: number; to: number };
type Open = Run & { first: number; last: number; lastRun: Run };

/** Straight lines along the sides of the page: those of tables and around figures. Ink in which
 *  they only seem to be, as in photographs, is thick. */
export function findRules(ink: Uint8Array, width: number, height: number): PixelBox[] {
  const across = linesOf((x, y) => ink[y * width + x]!, width, height);
  const down = linesOf((x, y) => ink[x * width + y]!, height, width);
  const boxes = [
    ...across.map(
      ({ from, to, first, last }): PixelBox => [from, first, to - from, last - first + 1],
    ),
    ...down.map(
      ({ from, to, first, last }): PixelBox => [first, from, last - first + 1, to - from],
    ),
  ];
  return boxes.length > mostRules ? [] : boxes;
}

function linesOf(inkAt: (x: number, y: number) => number, width: number, height: number): Open[] {
  const long = Math.max(24, leastLength * Math.max(width, height));
  const thick = Math.max(5, mostThick * Math.max(width, height));
  const lines: Open[] = [];
  let open: Open[] = [];
  for (let y = 0; y < height; y++) {
    const next: Open[] = [];
    for (const run of runsOf(inkAt, y, width, long / 3)) {
      const above = open.find(
        line => run.from <= line.lastRun.to + mostBreak && run.to >= line.lastRun.from - mostBreak,
      );
      if (above && !next.includes(above)) {
        Object.assign(above, { last: y, lastRun: run });
        above.from = Math.min(above.from, run.from);
        above.to = Math.max(above.to, run.to);
        next.push(above);
      } else next.push({ ...run, first: y, last: y, lastRun: run });
    }
    lines.push(...open.filter(line => !next.includes(line)));
    open = next;
  }
  // One that is not quite level is thicker by what it rises.
  return [...lines, ...open].filter(
    ({ from, to, first, last }) =>
      to - from >= long && last - first + 1 <= thick + 0.006 * (to - from),
  );
}

function runsOf(
  inkAt: (x: number, y: number) => number,
  y: number,
  width: number,
  least: number,
): Run[] {
  const runs: Run[] = [];
  let from = -1;
  let last = -1;
  for (let x = 0; x <= width; x++) {
    if (x < width && inkAt(x, y)) {
      if (from < 0) from = x;
      last = x;
    } else if (from >= 0 && (x === width || x - last > mostBreak)) {
      if (last - from + 1 >= least) runs.push({ from, to: last + 1 });
      from = -1;
    }
  }
  return runs;
}
