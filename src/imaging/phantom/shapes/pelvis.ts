import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Shape, Solid } from '../drawing/shape.ts';
import type { Spine } from '../truth/spine.ts';
import { bar, mirrored } from './bar.ts';

/** From the back to the front along the crest of the left wing; from the middle of the sacrum's
 *  upper plate, in the patient's own directions. */
const crest: Vector[] = [
  [40, 52, -24],
  [44, 60, 2],
  [58, 54, 28],
  [82, 34, 45],
  [106, 4, 45],
  [122, -26, 30],
  [124, -50, 6],
  [116, -54, -22],
];
const foot: Vector[] = [
  [47, 40, -62],
  [52, 34, -64],
  [60, 24, -70],
  [70, 12, -82],
  [80, 0, -94],
  [88, -12, -98],
  [96, -24, -92],
  [104, -36, -78],
];

/** The wings of the hip bones: plates between crest and foot, with a thick rim. */
export function pelvis({ vertebrae }: Spine): Shape[] {
  const { centreMm } = vertebrae.at(-1)!;
  const axes = { left: [1, 0, 0], back: [0, 1, 0], up: [0, 0, 1] } as const;
  const frame = { centreMm: [centreMm[0], centreMm[1], centreMm[2] + 8] as const, axes };
  const [rim, base] = [smoothed(crest), smoothed(foot)];
  const solids = rim.slice(1).flatMap((end, at) => {
    const start = rim[at]!;
    const tiles = tilesBetween([start, end], [base[at]!, base[at + 1]!]);
    return [bar(start, end, [5.5, 5.5]), ...tiles];
  });
  return solids.flatMap(solid => [
    { frame, solid },
    { frame, solid: mirrored(solid) },
  ]);
}

/** In several, one below the other: a tile's box is then hardly larger than the tile. */
function tilesBetween(upper: readonly [Vector, Vector], lower: readonly [Vector, Vector]): Solid[] {
  const count = 5;
  const at = (side: 0 | 1, step: number) =>
    upper[side].map(
      (value, axis) => value + ((lower[side][axis]! - value) * step) / count,
    ) as unknown as Vector;
  return Array.from({ length: count }, (_, step) => {
    const [a, b, c, d] = [at(0, step), at(1, step), at(0, step + 1), at(1, step + 1)];
    return [plate(a, b, d, 3.4), plate(a, d, c, 3.4)];
  }).flat();
}

/** With a point between each two, on the curve that goes through them all. */
function smoothed(points: readonly Vector[]): Vector[] {
  return points.flatMap((point, at) => {
    const next = points[at + 1];
    if (!next) return [point];
    const [before, after] = [points[at - 1] ?? point, points[at + 2] ?? next];
    const middle = point.map(
      (value, axis) => (9 * (value + next[axis]!) - before[axis]! - after[axis]!) / 16,
    );
    return [point, middle as unknown as Vector];
  });
}

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** A triangle of even thickness; beyond its edges only roughly right, for its neighbours and its
 *  rim are there. */
function plate(a: Vector, b: Vector, c: Vector, halfMm: number): Solid {
  const sides = [minus(b, a), minus(c, b), minus(a, c)] as const;
  const raw = cross(sides[0], minus(c, a));
  const area = Math.sqrt(dot(raw, raw));
  const normal: Vector = [raw[0] / area, raw[1] / area, raw[2] / area];
  const outward = sides.map(side => {
    const out = cross(side, normal);
    const length = Math.sqrt(dot(out, out));
    return [out[0] / length, out[1] / length, out[2] / length] as Vector;
  });
  const edges = [a, b, c].map((corner, edge) => {
    const out = outward[edge]!;
    return [out[0], out[1], out[2], dot(out, corner)];
  });
  const numbers = Float64Array.from(edges.flat());
  const [n0, n1, n2] = normal;
  const reach = (axis: 0 | 1 | 2, pick: (...values: number[]) => number, more: number) =>
    pick(a[axis], b[axis], c[axis]) + more;
  return {
    low: [0, 1, 2].map(axis => reach(axis as 0, Math.min, -halfMm)) as unknown as Vector,
    high: [0, 1, 2].map(axis => reach(axis as 0, Math.max, halfMm)) as unknown as Vector,
    measure(line, distancesMm) {
      let { left, back, up } = line;
      for (let at = 0; at < line.count; at++) {
        const height =
          Math.abs((left - a[0]) * n0 + (back - a[1]) * n1 + (up - a[2]) * n2) - halfMm;
        let beyond = -Infinity;
        for (let edge = 0; edge < 12; edge += 4) {
          const d =
            left * numbers[edge]! +
            back * numbers[edge + 1]! +
            up * numbers[edge + 2]! -
            numbers[edge + 3]!;
          if (d > beyond) beyond = d;
        }
        distancesMm[at] = beyond - 1 > height ? beyond - 1 : height;
        left += line.stepLeft;
        back += line.stepBack;
        up += line.stepUp;
      }
    },
  };
}
