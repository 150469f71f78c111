import { between, type Line, lengthMm } from './plane-points.ts';

export type Slip = {
  /** Positive to the front (anterolisthesis), negative to the back (retrolisthesis). */
  slipMm: number;
  /** Of the length of the endplate below. */
  fraction: number;
};

/**
 * How far the lower back corner of the vertebra above stands before the upper back corner of the
 * one below, along the endplate below. Both lines from front to back.
 */
export function measureSlip(endplateAbove: Line, endplateBelow: Line): Slip {
  const endplateMm = lengthMm(endplateBelow);
  const [alongY, alongZ] = between(...endplateBelow);
  const [offY, offZ] = between(endplateAbove[1], endplateBelow[1]);
  const slipMm = (offY * alongY + offZ * alongZ) / endplateMm;
  return { slipMm, fraction: slipMm / endplateMm };
}

/**
 * Meyerding: a quarter of the endplate a grade, 5 for a vertebra that has left it. 0 only where
 * nothing slipped: from how many millimetres on a slip counts is for who measured to say. Slips to
 * the back are graded by their size.
 */
export function meyerdingGrade(fraction: number): 0 | 1 | 2 | 3 | 4 | 5 {
  // A quarter that was measured as a hair more is a quarter.
  const quarters = Math.ceil(Math.abs(fraction) * 4 - 1e-9);
  return Math.min(5, Math.max(0, quarters)) as 0 | 1 | 2 | 3 | 4 | 5;
}
