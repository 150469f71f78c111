import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Solid } from '../drawing/shape.ts';

/** A rod from one point to another, round at its ends, with a radius at each. `flat` says how many
 *  times thinner it is along each axis. */
export function bar(
  from: Vector,
  to: Vector,
  [startMm, endMm]: readonly [number, number],
  flat: Vector = [1, 1, 1],
): Solid {
  const [a, b, c] = from;
  const [x, y, z] = [to[0] - a, to[1] - b, to[2] - c];
  const [f, g, h] = flat;
  const [fx, gy, hz] = [f * f * x, g * g * y, h * h * z];
  const squared = fx * x + gy * y + hz * z || 1;
  const reach = (axis: 0 | 1 | 2) => Math.max(startMm, endMm) / flat[axis];
  const least = (axis: 0 | 1 | 2) => Math.min(from[axis], to[axis]) - reach(axis);
  const most = (axis: 0 | 1 | 2) => Math.max(from[axis], to[axis]) + reach(axis);
  return {
    low: [least(0), least(1), least(2)],
    high: [most(0), most(1), most(2)],
    measure(line, distancesMm) {
      // No lists here: millions of points come by.
      let p = line.left - a;
      let q = line.back - b;
      let r = line.up - c;
      for (let at = 0; at < line.count; at++) {
        const along = (p * fx + q * gy + r * hz) / squared;
        const t = along < 0 ? 0 : along > 1 ? 1 : along;
        const dp = p - t * x;
        const dq = q - t * y;
        const dr = r - t * z;
        const true2 = dp * dp + dq * dq + dr * dr;
        const seen2 = f * f * dp * dp + g * g * dq * dq + h * h * dr * dr;
        const radius = startMm + t * (endMm - startMm);
        distancesMm[at] =
          seen2 < 1e-6 ? -radius : Math.sqrt(true2) * (1 - radius / Math.sqrt(seen2));
        p += line.stepLeft;
        q += line.stepBack;
        r += line.stepUp;
      }
    },
  };
}

/** The same on the patient's other side. */
export function mirrored(solid: Solid): Solid {
  return {
    low: [-solid.high[0], solid.low[1], solid.low[2]],
    high: [-solid.low[0], solid.high[1], solid.high[2]],
    measure: (line, distancesMm) =>
      solid.measure({ ...line, left: -line.left, stepLeft: -line.stepLeft }, distancesMm),
  };
}

/** An egg about a point. */
export function egg(centre: Vector, radiiMm: Vector): Solid {
  const round = Math.max(...radiiMm);
  const flat = radiiMm.map(radius => round / radius) as unknown as Vector;
  return bar(centre, centre, [round, round], flat);
}
