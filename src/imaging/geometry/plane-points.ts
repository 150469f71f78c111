import type { Vector } from '../../contracts/imaging/index.ts';
import { degrees, wrapDegrees } from './degrees.ts';

/** Millimetres in a plane of the patient. Seen from the side: to the back, to the head. Seen from
 *  the front: to the patient's left, to the head. */
export type Point = readonly [number, number];

/** An edge of a vertebra. Seen from the side from front to back, seen from the front from the
 *  patient's right to the left: measurements rely on that order. */
export type Line = readonly [Point, Point];

/** Whose edges the upper and lower endplate are. */
export type Body = { upper: Line; lower: Line };

export function sagittalPoint([, yMm, zMm]: Vector): Point {
  return [yMm, zMm];
}

export function coronalPoint([xMm, , zMm]: Vector): Point {
  return [xMm, zMm];
}

export function between(a: Point, b: Point): Point {
  return [b[0] - a[0], b[1] - a[1]];
}

export function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

export function lengthMm([from, to]: Line): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

/** By how much a line has to be turned to run as another does, within (-180, 180]. */
export function turnDegrees(from: Line, to: Line): number {
  return wrapDegrees(tiltDegrees(to) - tiltDegrees(from));
}

function tiltDegrees([from, to]: Line): number {
  return degrees(Math.atan2(to[1] - from[1], to[0] - from[0]));
}
