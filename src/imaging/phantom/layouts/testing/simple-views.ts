import type { Grid, Vector } from '../../../../contracts/imaging/index.ts';
import { add, scale } from '../../../geometry/index.ts';
import type { Spine } from '../../truth/spine.ts';
import type { CaseViews, PlainView } from '../layout.ts';

const marginMm = 40;

/** Views that hold all that is shown, without anything rendered. Grids are turned, oblique and
 *  of uneven spacing, so that whoever mixes up axes is found out. */
export function simpleViews(spine: Spine, mm: number): CaseViews {
  const points = spine.vertebrae
    .filter(({ level }) => spine.shown.includes(level))
    .flatMap(({ centreMm, sagittal, coronal }) => [
      centreMm,
      ...Object.values(sagittal),
      ...Object.values(coronal),
    ]);
  const ends = [0, 1, 2].map(axis => {
    const values = points.map(point => point[axis]!);
    return [Math.min(...values) - marginMm, Math.max(...values) + marginMm] as const;
  }) as [Range, Range, Range];
  const [x, y, z] = ends;
  const sagittal = gridOver(ends, [Y, DOWN, X], [mm, mm * 1.25, 6]);
  return {
    ct: gridOver(ends, [BACKWARDS_X, Y, Z], [mm, mm, mm * 1.5]),
    t1: sagittal,
    t2: gridOver(ends, [Y, DOWN, BACKWARDS_X], [mm, mm * 1.25, 6]),
    axialT2: spine.discs
      .filter(({ levels }) => levels.every(level => spine.shown.includes(level)))
      .map(({ centreMm, axes }) => block(centreMm, [axes.left, axes.back, axes.up], mm)),
    ap: plainView(x, z, mm, ([px, , pz]) => [px, -pz]),
    lateral: plainView(y, z, mm, ([, py, pz]) => [py, -pz]),
  };
}

type Range = readonly [number, number];
const X: Vector = [1, 0, 0];
const BACKWARDS_X: Vector = [-1, 0, 0];
const Y: Vector = [0, 1, 0];
const Z: Vector = [0, 0, 1];
const DOWN: Vector = [0, 0, -1];

function gridOver(
  ends: readonly [Range, Range, Range],
  directions: Grid['directions'],
  spacingMm: Vector,
): Grid {
  const axisOf = (direction: Vector) => direction.findIndex(part => part !== 0);
  const size = directions.map((direction, at) => {
    const [from, to] = ends[axisOf(direction)]!;
    return Math.ceil((to - from) / spacingMm[at]!) + 1;
  }) as unknown as Grid['size'];
  const origin: [number, number, number] = [0, 0, 0];
  for (const direction of directions) {
    const axis = axisOf(direction);
    origin[axis] = ends[axis]![direction[axis]! > 0 ? 0 : 1];
  }
  return { size, spacingMm, directions, originMm: origin };
}

/** Three slices through a disc, in its own plane. */
function block(centreMm: Vector, directions: Grid['directions'], mm: number): Grid {
  const size = [Math.ceil(120 / mm), Math.ceil(120 / mm), 3] as const;
  const spacingMm: Vector = [mm * 1.25, mm, 4];
  const originMm = directions.reduce<Vector>(
    (point, way, at) => add(point, scale(way, (-(size[at]! - 1) / 2) * spacingMm[at]!)),
    centreMm,
  );
  return { size, spacingMm, directions, originMm };
}

function plainView(
  across: Range,
  upwards: Range,
  mm: number,
  flat: (point: Vector) => readonly [number, number],
): PlainView {
  const size = [across[1] - across[0], upwards[1] - upwards[0]].map(extent =>
    Math.ceil(extent / mm),
  ) as unknown as [number, number];
  return {
    size,
    toPixel(point) {
      const [right, down] = flat(point);
      return [(right - across[0]) / mm, (down + upwards[1]) / mm];
    },
  };
}
