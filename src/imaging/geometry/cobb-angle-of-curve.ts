import { type Cobb, cobbOfTurn } from './cobb-angle.ts';
import { degrees } from './degrees.ts';
import { fitSlope } from './fit-polynomial.ts';
import { lengthMm, type Point } from './plane-points.ts';

/** Enough bends for a double curve, few enough that a misplaced point makes none of its own. */
const mostBends = 5;
const samples = 100;

/**
 * The Cobb angle of a curve of vertebral centres, from the head down, seen from the front: between
 * the two places where a smooth curve through them leans most. Needs four centres, else null. By
 * a few degrees unlike the endplates' angle, since endplates tilt more than the curve does.
 */
export function cobbAngleOfCurve(centres: readonly Point[]): Cobb | null {
  if (centres.length < 4) return null;
  const along = [0];
  for (let at = 1; at < centres.length; at++)
    along.push(along[at - 1]! + lengthMm([centres[at - 1]!, centres[at]!]));
  const lengthOfCurve = along.at(-1)!;
  if (lengthOfCurve === 0) return null;
  // By the way along the curve, so that turning the patient changes nothing.
  const slopeX = fitSlope(
    along,
    centres.map(([x]) => x),
    mostBends,
  );
  const slopeZ = fitSlope(
    along,
    centres.map(([, z]) => z),
    mostBends,
  );
  let [most, least] = [
    { lean: 0, at: -1 },
    { lean: 0, at: -1 },
  ];
  let before = 0;
  for (let at = 0; at <= samples; at++) {
    const place = (lengthOfCurve * at) / samples;
    const lean = unwrap(degrees(Math.atan2(slopeX(place), -slopeZ(place))), before, at);
    before = lean;
    if (most.at < 0 || lean > most.lean) most = { lean, at };
    if (least.at < 0 || lean < least.lean) least = { lean, at };
  }
  // Walking down, the curve leans ever more to the left where its hollow is there.
  const turned = most.lean - least.lean;
  const cobb = cobbOfTurn(most.at > least.at ? turned : -turned);
  // A straight line's angle is all rounding.
  return turned < 1e-6 ? { angleDegrees: 0, convexTo: null } : cobb;
}

function unwrap(angleDegrees: number, before: number, at: number): number {
  if (at === 0) return angleDegrees;
  return angleDegrees - 360 * Math.round((angleDegrees - before) / 360);
}
