import { type Body, between, type Line, lengthMm, middle, type Point } from './plane-points.ts';

export type DiscHeights = { frontMm: number; middleMm: number; backMm: number };

/** Across the disc's own middle line, so that a slip does not make a disc higher. Negative where
 *  the endplates overlap. */
export function discHeights(endplateAbove: Line, endplateBelow: Line): DiscHeights {
  const front = middle(endplateAbove[0], endplateBelow[0]);
  const back = middle(endplateAbove[1], endplateBelow[1]);
  const [alongY, alongZ] = between(front, back);
  const lengthOfDisc = lengthMm([front, back]);
  const across = (above: Point, below: Point) => {
    const [y, z] = between(below, above);
    return (z * alongY - y * alongZ) / lengthOfDisc;
  };
  return {
    frontMm: across(endplateAbove[0], endplateBelow[0]),
    middleMm: across(middle(...endplateAbove), middle(...endplateBelow)),
    backMm: across(endplateAbove[1], endplateBelow[1]),
  };
}

/** The disc's mean height over the mean height of the bodies above and below it: free of the
 *  picture's scale, so that radiographs without millimetres have one too. */
export function discHeightIndex(above: Body, below: Body): number {
  const bodyMm =
    (meanMm(discHeights(above.upper, above.lower)) +
      meanMm(discHeights(below.upper, below.lower))) /
    2;
  return meanMm(discHeights(above.lower, below.upper)) / bodyMm;
}

function meanMm({ frontMm, middleMm, backMm }: DiscHeights): number {
  return (frontMm + middleMm + backMm) / 3;
}
