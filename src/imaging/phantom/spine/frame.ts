import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Axes } from '../truth/spine.ts';

export type Frame = { centreMm: Vector; axes: Axes };
export type Tilt = { sagittalDegrees: number; coronalDegrees: number; turnDegrees: number };

/** Sagittal tilt leans the head end forward, coronal tilt to the left; then it turns about the
 *  patient's long axis, its front to the patient's left. */
export function axesOf({ sagittalDegrees, coronalDegrees, turnDegrees }: Tilt): Axes {
  const [x, y, z] = [sagittalDegrees, coronalDegrees, turnDegrees].map(d => (d * Math.PI) / 180);
  const turn = ([a, b, c]: Vector): Vector => {
    const [a1, b1, c1] = [
      a,
      b * Math.cos(x!) - c * Math.sin(x!),
      b * Math.sin(x!) + c * Math.cos(x!),
    ];
    const [a2, b2, c2] = [
      a1 * Math.cos(y!) + c1 * Math.sin(y!),
      b1,
      c1 * Math.cos(y!) - a1 * Math.sin(y!),
    ];
    return [a2 * Math.cos(z!) - b2 * Math.sin(z!), a2 * Math.sin(z!) + b2 * Math.cos(z!), c2];
  };
  return { left: turn([1, 0, 0]), back: turn([0, 1, 0]), up: turn([0, 0, 1]) };
}

/** The point at so many millimetres to the left, back and head end of a frame's centre. */
export function pointAt({ centreMm, axes }: Frame, [left, back, up]: Vector): Vector {
  const at = (axis: 0 | 1 | 2) =>
    centreMm[axis] + axes.left[axis] * left + axes.back[axis] * back + axes.up[axis] * up;
  return [at(0), at(1), at(2)];
}
