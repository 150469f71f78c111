import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import type { Values } from '../volume/volume.ts';
import { indexAtPoint, inverseAxes } from './grid-index.ts';
import { dot, scale } from './vector.ts';

export type Sampled = { grid: Grid; values: Values };
export type ResampleOptions = {
  /** Nearest for masks and other labels, whose values must not be mixed. */
  method: 'linear' | 'nearest';
  /** What lies outside the volume: more than half a voxel past the last centre. */
  outside: number;
};

/** A volume's values on another grid. A reformatted plane is a grid of one slice. */
export function resample(volume: Sampled, onto: Grid, options: ResampleOptions): Float32Array {
  const sample = options.method === 'linear' ? linearAt : nearestAt;
  const [columns, rows, slices] = onto.size;
  const start = indexAtPoint(volume.grid, onto.originMm);
  const [stepI, stepJ, stepK] = stepsOn(volume.grid, onto);
  const values = new Float32Array(columns * rows * slices);
  let at = 0;
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < rows; j++) {
      const x = start[0] + k * stepK[0] + j * stepJ[0];
      const y = start[1] + k * stepK[1] + j * stepJ[1];
      const z = start[2] + k * stepK[2] + j * stepJ[2];
      for (let i = 0; i < columns; i++) {
        const place = [x + i * stepI[0], y + i * stepI[1], z + i * stepI[2]] as const;
        values[at++] = sample(volume, place) ?? options.outside;
      }
    }
  }
  return values;
}

/** How far one step on each axis of the new grid goes on the old one. */
function stepsOn(grid: Grid, onto: Grid): [Vector, Vector, Vector] {
  const inverse = inverseAxes(grid);
  const step = (axis: 0 | 1 | 2): Vector => {
    const stepMm = scale(onto.directions[axis], onto.spacingMm[axis]);
    return [dot(inverse[0], stepMm), dot(inverse[1], stepMm), dot(inverse[2], stepMm)];
  };
  return [step(0), step(1), step(2)];
}

/** Rounding must not push the outermost voxel out of its own grid. */
const slack = 1e-6;

function isInside(size: Grid['size'], place: Vector): boolean {
  for (let axis = 0; axis < 3; axis++) {
    const at = place[axis]!;
    // Written so that NaN is outside.
    if (!(at >= -0.5 - slack && at <= size[axis]! - 0.5 + slack)) return false;
  }
  return true;
}

/** Between the eight voxels around; the outer half voxel has its nearest one's value. */
export function linearAt({ grid: { size }, values }: Sampled, place: Vector): number | null {
  if (!isInside(size, place)) return null;
  const [columns, rows, slices] = size;
  const x = Math.min(columns - 1, Math.max(0, place[0]));
  const y = Math.min(rows - 1, Math.max(0, place[1]));
  const z = Math.min(slices - 1, Math.max(0, place[2]));
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [x - i, y - j, z - k];
  const at = i + columns * (j + rows * k);
  const nextI = i + 1 < columns ? 1 : 0;
  const nextJ = j + 1 < rows ? columns : 0;
  const nextK = k + 1 < slices ? columns * rows : 0;
  const line = (from: number) => values[from]! * (1 - u) + values[from + nextI]! * u;
  const plane = (from: number) => line(from) * (1 - v) + line(from + nextJ) * v;
  return plane(at) * (1 - w) + plane(at + nextK) * w;
}

export function nearestAt({ grid: { size }, values }: Sampled, place: Vector): number | null {
  if (!isInside(size, place)) return null;
  const nearest = (axis: 0 | 1 | 2) =>
    Math.min(size[axis] - 1, Math.max(0, Math.round(place[axis])));
  return values[nearest(0) + size[0] * (nearest(1) + size[1] * nearest(2))]!;
}
