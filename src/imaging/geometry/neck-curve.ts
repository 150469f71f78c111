import { distancesFromLine } from './lateral-deviation.ts';
import type { Point } from './plane-points.ts';

export type NeckCurve =
  | 'lordotic'
  | 'straight'
  | 'kyphotic'
  | 'lordotic-kyphotic'
  | 'kyphotic-lordotic';

/** Less than this from the line is straight. */
const straightWithinMm = 2;

/**
 * The shape of a neck seen from the side, from the centres of C2 to C7 from the head down. The line
 * from C2 to C7 is looked at: all between within 2 mm of it is straight; bowed to the front
 * lordotic, to the back kyphotic; where centres stand on both sides it is a sigmoid, named by its
 * upper part and then by its lower. Which of the two sigmoids is whose type 1 nobody states. Null
 * for fewer than three centres.
 */
export function neckCurve(centres: readonly Point[]): NeckCurve | null {
  const [head, foot] = [centres[0], centres.at(-1)];
  if (centres.length < 3 || !head || !foot) return null;
  const backMm = distancesFromLine(centres.slice(1, -1), head, foot);
  const farthestMm = Math.max(...backMm.map(Math.abs));
  // Written so that NaN, of centres that are all one, is no curve.
  if (!(farthestMm >= 0)) return null;
  if (farthestMm < straightWithinMm) return 'straight';
  // A centre that all but stands on the line speaks for neither side.
  const onLineMm = straightWithinMm / 4;
  const bowed = backMm.filter(distance => Math.abs(distance) > onLineMm);
  const upper = bowed[0]! < 0 ? 'lordotic' : 'kyphotic';
  if (bowed.every(distance => Math.sign(distance) === Math.sign(bowed[0]!))) return upper;
  return upper === 'lordotic' ? 'lordotic-kyphotic' : 'kyphotic-lordotic';
}
