import type { Vector } from '../../../contracts/imaging/index.ts';
import { add, cross, dot, normalise, scale } from '../vector.ts';

export type Turn = (vector: Vector) => Vector;

/** Around an axis through the origin. */
export function rotation(axis: Vector, radians: number): Turn {
  const along = normalise(axis);
  return vector =>
    add(
      add(scale(vector, Math.cos(radians)), scale(cross(along, vector), Math.sin(radians))),
      scale(along, dot(along, vector) * (1 - Math.cos(radians))),
    );
}
