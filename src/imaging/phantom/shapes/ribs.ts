import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Shape } from '../drawing/shape.ts';
import { pointAt } from '../spine/frame.ts';
import type { Spine } from '../truth/spine.ts';
import { bar } from './bar.ts';

const pieceMm = 15;
const axes = { left: [1, 0, 0], back: [0, 1, 0], up: [0, 0, 1] } as const;

/** Each pair from its vertebra out and back, round the chest, down and to the front. */
export function ribs(spine: Spine): Shape[] {
  return spine.ribs.flatMap(({ level, lengthMm }) => {
    const vertebra = spine.vertebrae.find(candidate => candidate.level === level)!;
    return ([1, -1] as const).flatMap(side => {
      const path = pathOf(vertebra, Number(level.slice(1)), side, lengthMm);
      return path.slice(1).map((to, at) => {
        const from = path[at]!;
        const middle = from.map((value, axis) => (value + to[axis]!) / 2) as unknown as Vector;
        const relative = (point: Vector) =>
          point.map((value, axis) => value - middle[axis]!) as unknown as Vector;
        const solid = bar(
          relative(from),
          relative(to),
          [5.8, 5.8],
          at < 3 ? [1.1, 1.3, 1.1] : [1.35, 1.35, 0.9],
        );
        return { frame: { centreMm: middle, axes }, solid };
      });
    });
  });
}

function pathOf(
  vertebra: Spine['vertebrae'][number],
  number: number,
  side: 1 | -1,
  lengthMm: number,
): Vector[] {
  const { widthMm, depthMm, heightMm } = vertebra;
  const floating = number >= 11;
  const head = pointAt(vertebra, [
    side * (widthMm / 2 + 1),
    depthMm / 2 - 4,
    floating ? heightMm.middle * 0.1 : heightMm.middle * 0.48,
  ]);
  const neck = pointAt(vertebra, [
    side * (widthMm / 2 + 21 - (floating ? 6 : 0)),
    depthMm / 2 + 19,
    heightMm.middle * 0.25,
  ]);
  const wide = number < 8 ? 62 + number * 8.2 : 126 - (number - 8) * 2;
  const deep = number < 8 ? 46 + number * 6.5 : 96;
  const middle: Vector = [vertebra.centreMm[0] * 0.6, neck[1] - deep * 0.86, neck[2]];
  const points = [head, neck];
  const slope = 0.32 + number * 0.018;
  let [angle, run] = [startAngle(neck, middle, wide, deep, side), 30];
  while (run < lengthMm && angle < 2.75) {
    angle += pieceMm / Math.hypot(wide * Math.cos(angle), deep * Math.sin(angle));
    const last = points.at(-1)!;
    const next: Vector = [
      middle[0] + side * wide * Math.sin(angle),
      middle[1] + deep * Math.cos(angle),
      last[2] - pieceMm * slope * (0.5 + Math.sin(angle) * 0.9),
    ];
    run += pieceMm;
    points.push(next);
  }
  return points;
}

function startAngle(
  neck: Vector,
  middle: Vector,
  wide: number,
  deep: number,
  side: number,
): number {
  return Math.atan2(((neck[0] - middle[0]) * side) / wide, (neck[1] - middle[1]) / deep);
}
