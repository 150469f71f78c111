import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import { pointAt } from '../spine/frame.ts';
import { stepsOf } from './canvas.ts';
import type { Line, Shape } from './shape.ts';

/** Gives what each row of voxels has within `marginMm` of a shape's box to `visit`: the index of
 *  the first voxel, how the row runs in the shape's frame, and how far each voxel is. Line and
 *  distances are the same two every time. */
export function visitLines(
  grid: Grid,
  { frame, solid }: Shape,
  marginMm: number,
  visit: (first: number, line: Line, distancesMm: Float64Array) => void,
): void {
  const range = rangeOf(grid, { frame, solid }, marginMm);
  if (!range) return;
  const [[i0, i1], [j0, j1], [k0, k1]] = range;
  const { left, back, up } = frame.axes;
  const turned = (way: readonly number[]): Vector => [dot(left, way), dot(back, way), dot(up, way)];
  const start = turned(grid.originMm.map((value, axis) => value - frame.centreMm[axis]!));
  const [alongI, alongJ, alongK] = stepsOf(grid).map(turned) as [Vector, Vector, Vector];
  const low = solid.low.map(value => value - marginMm);
  const high = solid.high.map(value => value + marginMm);
  const near = alongI.map((step, axis) => (step > 0 ? low : high)[axis]!);
  const far = alongI.map((step, axis) => (step > 0 ? high : low)[axis]!);
  const [stepLeft, stepBack, stepUp] = alongI;
  const line: Line = { count: 0, left: 0, back: 0, up: 0, stepLeft, stepBack, stepUp };
  const distancesMm = new Float64Array(i1 - i0 + 1);
  for (let k = k0; k <= k1; k++) {
    for (let j = j0; j <= j1; j++) {
      let first = i0;
      let last = i1;
      // The box lies askew in the grid: of a row often little runs through it.
      for (let axis = 0; axis < 3; axis++) {
        const from = start[axis]! + j * alongJ[axis]! + k * alongK[axis]!;
        const step = alongI[axis]!;
        if (step > 1e-9 || step < -1e-9) {
          first = Math.max(first, Math.ceil((near[axis]! - from) / step));
          last = Math.min(last, Math.floor((far[axis]! - from) / step));
        } else if (from < low[axis]! || from > high[axis]!) last = -1;
      }
      if (last < first) continue;
      line.count = last - first + 1;
      line.left = start[0] + first * alongI[0] + j * alongJ[0] + k * alongK[0];
      line.back = start[1] + first * alongI[1] + j * alongJ[1] + k * alongK[1];
      line.up = start[2] + first * alongI[2] + j * alongJ[2] + k * alongK[2];
      solid.measure(line, distancesMm);
      visit(first + grid.size[0] * (j + grid.size[1] * k), line, distancesMm);
    }
  }
}

/** Gives each voxel in a shape to `visit`. */
export function visitShape(grid: Grid, shape: Shape, visit: (index: number) => void): void {
  visitLines(grid, shape, 0, (first, { count }, distancesMm) => {
    for (let at = 0; at < count; at++) if (distancesMm[at]! < 0) visit(first + at);
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
}

type Range = [[number, number], [number, number], [number, number]];

function rangeOf(grid: Grid, { frame, solid }: Shape, marginMm: number): Range | null {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < 8; corner++) {
    const pick = (axis: 0 | 1 | 2) =>
      (corner >> axis) & 1 ? solid.high[axis] + marginMm : solid.low[axis] - marginMm;
    const at = indexAtPoint(grid, pointAt(frame, [pick(0), pick(1), pick(2)]));
    at.forEach((value, axis) => {
      low[axis] = Math.min(low[axis]!, value);
      high[axis] = Math.max(high[axis]!, value);
    });
  }
  const range = grid.size.map((size, axis) => [
    Math.max(0, Math.ceil(low[axis]!)),
    Math.min(size - 1, Math.floor(high[axis]!)),
  ]);
  return range.every(([from, to]) => from! <= to!) ? (range as Range) : null;
}
