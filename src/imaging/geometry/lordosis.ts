import { type Line, turnDegrees } from './plane-points.ts';

/** Seen from the side, between any two endplates: positive where the spine is hollow at the back
 *  (lordosis), negative where it is hollow at the front (kyphosis). */
export function lordosisDegrees(upperEndplate: Line, lowerEndplate: Line): number {
  return turnDegrees(upperEndplate, lowerEndplate);
}
