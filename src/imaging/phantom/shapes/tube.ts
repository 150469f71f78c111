import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Shape } from '../drawing/shape.ts';
import type { Axes } from '../truth/spine.ts';

/** A place on the way of a tube: half its width and depth there. */
export type Node = { centreMm: Vector; axes: Axes; halfWidth: number; halfDepth: number };

/** One piece of a tube of oval section; the distance is its section's, times its mean radius. */
export function tubePiece(from: Node, to: Node): Shape | null {
  const run = to.centreMm.map((value, axis) => value - from.centreMm[axis]!);
  const lengthMm = Math.hypot(...run);
  if (lengthMm < 0.01) return null;
  const up = run.map(value => value / lengthMm) as unknown as Vector;
  const { left: side } = from.axes;
  const back = unit(cross(up, side));
  const left = cross(back, up);
  const [wide, deep] = [
    Math.max(from.halfWidth, to.halfWidth),
    Math.max(from.halfDepth, to.halfDepth),
  ];
  const mean = (wide + deep) / 2;
  const overlap = 0.4;
  return {
    frame: { centreMm: from.centreMm, axes: { left, back, up } },
    solid: {
      low: [-wide, -deep, -overlap],
      high: [wide, deep, lengthMm + overlap],
      measure(line, distancesMm) {
        for (let at = 0; at < line.count; at++) {
          const z = line.up + at * line.stepUp;
          const t = z / lengthMm;
          const p =
            (line.left + at * line.stepLeft) /
            (from.halfWidth + t * (to.halfWidth - from.halfWidth));
          const q =
            (line.back + at * line.stepBack) /
            (from.halfDepth + t * (to.halfDepth - from.halfDepth));
          const isBeyond = z < -overlap || z > lengthMm + overlap;
          distancesMm[at] = isBeyond ? mean : (Math.sqrt(p * p + q * q) - 1) * mean;
        }
      },
    },
  };
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector) || 1;
  return vector.map(value => value / length) as unknown as Vector;
}
