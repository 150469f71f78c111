import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Shape } from '../drawing/shape.ts';
import { pointAt } from '../spine/frame.ts';
import type { Spine } from '../truth/spine.ts';
import { bar } from './bar.ts';

const axes = { left: [1, 0, 0], back: [0, 1, 0], up: [0, 0, 1] } as const;

/** The way of a screw through a pedicle into the body, and where its head stands. */
export function screws({ vertebrae, canal }: Spine): Shape[] {
  const screwed = vertebrae.filter(vertebra => vertebra.screws);
  return ([1, -1] as const).flatMap(side => {
    const heads: Vector[] = [];
    const shapes = screwed.flatMap(vertebra => {
      const { transverseMm, sagittalMm } = canal.find(
        ({ levels }) => levels.length === 1 && levels[0] === vertebra.level,
      )!;
      const [out, back] = [transverseMm / 2 + 5, vertebra.depthMm / 2];
      const up = vertebra.heightMm.middle * 0.2;
      const head: Vector = [side * (out + 4), back + sagittalMm + 9, up];
      heads.push(pointAt(vertebra, head));
      const frame = { centreMm: vertebra.centreMm, axes: vertebra.axes };
      return [
        {
          frame,
          solid: bar(
            [side * (out + 3), back + sagittalMm + 4, up],
            [side * out * 0.62, -back * 0.4, up * 0.8],
            [3.1, 2.7],
          ),
        },
        { frame, solid: bar([head[0], head[1] - 4, up], head, [5.5, 5.5]) },
      ];
    });
    return [...shapes, ...heads.slice(1).map((to, at) => rodBetween(heads[at]!, to))];
  });
}

function rodBetween(from: Vector, to: Vector): Shape {
  const relative = to.map((value, axis) => value - from[axis]!) as unknown as Vector;
  const over = relative.map(value => value * 0.18) as unknown as Vector;
  const start = over.map(value => -value) as unknown as Vector;
  const end = relative.map((value, axis) => value + over[axis]!) as unknown as Vector;
  return { frame: { centreMm: from, axes }, solid: bar(start, end, [2.8, 2.8]) };
}
