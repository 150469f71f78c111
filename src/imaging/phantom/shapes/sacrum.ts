import type { Shape, Solid } from '../drawing/shape.ts';
import type { Spine } from '../truth/spine.ts';
import { bar, mirrored } from './bar.ts';
import { body } from './body.ts';

const both = (solid: Solid) => [solid, mirrored(solid)];

/** Five bodies grown together, wings, and the bony roof of their canal. */
export function sacrum({ sacrum: { bodies } }: Spine): { solid: Shape[]; holes: Shape[] } {
  const solid: Shape[] = [];
  const holes: Shape[] = [];
  for (const [at, frame] of bodies.entries()) {
    const { widthMm, depthMm, heightMm } = frame;
    const share = widthMm / bodies[0]!.widthMm;
    const heights = { anterior: heightMm, middle: heightMm, posterior: heightMm };
    const plain = {
      waist: at === 0 ? 0.1 : 0.04,
      hollowMm: at === 0 ? 1.5 : 0.4,
      notchMm: 2,
      roughMm: 0,
    };
    const parts = [body({ widthMm, depthMm, heightMm: heights, ...plain })];
    const wing = [54, 50, 40, 27, 0][at]!;
    const half = heightMm / 2;
    if (wing > 0) {
      const [inner, outer] = [widthMm * 0.32, wing];
      const back = at === 0 ? 10 : 4;
      const thick = ([15, 13, 10.5, 8.5] as const)[at]!;
      parts.push(
        ...both(
          bar(
            [inner, 0, at === 0 ? 0 : 2],
            [outer - thick * 0.8, back, at === 0 ? -6 : 0],
            [thick, thick * 0.9],
            [1, 1.25, 0.95],
          ),
        ),
      );
      parts.push(
        ...both(
          bar(
            [widthMm * 0.28, depthMm / 2 + 14 * share, half],
            [widthMm * 0.25, depthMm / 2 + 12 * share, -half],
            [4, 4],
            [1, 1.1, 1],
          ),
        ),
      );
      holes.push(
        ...both(
          bar(
            [widthMm * 0.5 + 2, -depthMm, -half],
            [widthMm * 0.46 + 2, depthMm * 1.6, -half + 2],
            [4.4 - at * 0.4, 4],
          ),
        ).map(hole => ({ frame, solid: hole })),
      );
      parts.push(
        bar(
          [0, depthMm / 2 + 17 * share, half * 0.4],
          [0, depthMm / 2 + (at === 0 ? 25 : 20) * share, -half * 0.3],
          [4.5, 3.6],
          [1.5, 1, 0.7],
        ),
      );
    }
    if (at === 0) {
      const { depthMm: d } = frame;
      parts.push(
        ...both(
          bar(
            [17, d / 2 + 8, half * 0.6],
            [20.5, d / 2 + 11, half + 8],
            [4.6, 3.8],
            [0.95, 1.15, 0.9],
          ),
        ),
      );
    }
    solid.push(...parts.map(part => ({ frame, solid: part })));
  }
  return { solid, holes };
}
