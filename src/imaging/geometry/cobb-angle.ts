import { type Body, type Line, turnDegrees } from './plane-points.ts';

export type Cobb = {
  angleDegrees: number;
  /** Null for a straight spine. */
  convexTo: 'left' | 'right' | null;
};

/** Seen from the front, between the upper endplate of the upper end vertebra and the lower one of
 *  the lower. Since endplates have a direction, angles past 90° are told as they are. */
export function cobbAngle(upperEndplate: Line, lowerEndplate: Line): Cobb {
  return cobbOfTurn(turnDegrees(upperEndplate, lowerEndplate));
}

export function cobbOfTurn(turnedDegrees: number): Cobb {
  const angleDegrees = Math.abs(turnedDegrees);
  // Endplates that close on the left have the curve's hollow there.
  const convexTo = turnedDegrees === 0 ? null : turnedDegrees > 0 ? 'right' : 'left';
  return { angleDegrees, convexTo };
}

/** The largest Cobb angle among vertebrae given from the head down, and between which two of them
 *  it lies. Null for fewer than two. */
export function largestCobbAngle(
  bodies: readonly Body[],
): (Cobb & { upper: number; lower: number }) | null {
  let largest: (Cobb & { upper: number; lower: number }) | null = null;
  for (const [upper, above] of bodies.entries()) {
    for (const [offset, below] of bodies.slice(upper + 1).entries()) {
      const cobb = cobbAngle(above.upper, below.lower);
      if (largest && cobb.angleDegrees <= largest.angleDegrees) continue;
      largest = { ...cobb, upper, lower: upper + 1 + offset };
    }
  }
  return largest;
}
