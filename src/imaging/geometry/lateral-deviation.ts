import { between, type Point } from './plane-points.ts';

export type Deviation = {
  /** Positive to the patient's left. */
  deviationMm: number;
  /** Whose it is, of the points given. */
  at: number;
};

/** The vertebral centre that stands farthest beside a plumb line through the last one given (the
 *  sacrum's, from the head down). Null without points. */
export function plumbLineDeviation(centres: readonly Point[]): Deviation | null {
  const foot = centres.at(-1);
  return foot ? farthest(centres.map(([x]) => x - foot[0])) : null;
}

/** The one farthest beside the straight line from the first to the last: bow without lean. Null
 *  for fewer than two, or where first and last are the same. */
export function bowDeviation(centres: readonly Point[]): Deviation | null {
  const [head, foot] = [centres[0], centres.at(-1)];
  return head && foot ? farthest(distancesFromLine(centres, head, foot)) : null;
}

/** Square to the line from head to foot; positive on the side of the first coordinate. */
export function distancesFromLine(
  points: readonly Point[],
  head: Point,
  foot: Point,
): readonly number[] {
  const [alongX, alongZ] = between(foot, head);
  const lengthOfLine = Math.hypot(alongX, alongZ);
  return points.map(point => {
    const [x, z] = between(foot, point);
    return (x * alongZ - z * alongX) / lengthOfLine;
  });
}

function farthest(deviations: readonly number[]): Deviation | null {
  if (deviations.some(Number.isNaN)) return null;
  return deviations.reduce<Deviation | null>(
    (most, deviationMm, at) =>
      most && Math.abs(deviationMm) <= Math.abs(most.deviationMm) ? most : { deviationMm, at },
    null,
  );
}
