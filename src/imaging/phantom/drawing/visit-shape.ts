import type { Grid } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import { pointAt } from '../spine/frame.ts';
import { stepsOf } from './canvas.ts';
import type { Shape } from './shape.ts';

/** Gives each voxel within `marginMm` of a shape to `visit`, with its distance. */
export function visitShape(
  grid: Grid,
  { frame, solid }: Shape,
  marginMm: number,
  visit: (index: number, distanceMm: number, left: number, back: number, up: number) => void,
): void {
  const range = rangeOf(grid, { frame, solid }, marginMm);
  if (!range) return;
  const [[i0, i1], [j0, j1], [k0, k1]] = range;
  const { left, back, up } = frame.axes;
  const rate = (axis: readonly number[], step: readonly number[]) =>
    axis[0]! * step[0]! + axis[1]! * step[1]! + axis[2]! * step[2]!;
  const [alongI, alongJ, alongK] = stepsOf(grid);
  const from = grid.originMm.map((value, axis) => value - frame.centreMm[axis]!);
  const turned = (step: readonly number[]) => [rate(left, step), rate(back, step), rate(up, step)];
  const [start, stepI, stepJ, stepK] = [from, alongI, alongJ, alongK].map(turned) as [
    ...[number[], number[], number[], number[]],
  ];
  const [u0, v0, w0] = start as [number, number, number];
  const [du, dv, dw] = stepI as [number, number, number];
  const { distance } = solid;
  for (let k = k0; k <= k1; k++) {
    for (let j = j0; j <= j1; j++) {
      let u = u0 + i0 * du + j * stepJ[0]! + k * stepK[0]!;
      let v = v0 + i0 * dv + j * stepJ[1]! + k * stepK[1]!;
      let w = w0 + i0 * dw + j * stepJ[2]! + k * stepK[2]!;
      let index = i0 + grid.size[0] * (j + grid.size[1] * k);
      for (let i = i0; i <= i1; i++) {
        const d = distance(u, v, w);
        if (d < marginMm) visit(index, d, u, v, w);
        index++;
        u += du;
        v += dv;
        w += dw;
      }
    }
  }
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
