import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Shape, Solid } from '../drawing/shape.ts';
import { pointAt } from '../spine/frame.ts';
import type { Spine } from '../truth/spine.ts';
import { bar, mirrored } from './bar.ts';
import { body } from './body.ts';

/** How far the wings reach at each of the bodies, how thick they are, how far back their middle. */
const wings = [
  { outMm: 45, thickMm: 13, backMm: 8, upMm: -5 },
  { outMm: 42, thickMm: 11.5, backMm: 7, upMm: 0 },
  { outMm: 31, thickMm: 9, backMm: 4, upMm: 0 },
  { outMm: 20, thickMm: 7, backMm: 3, upMm: 0 },
  { outMm: 9, thickMm: 5, backMm: 0, upMm: 0 },
] as const;

type Frames = Spine['sacrum']['bodies'];

/** Five bodies grown together, wings, the bony roof of their canal, and the holes of the roots. */
export function sacrum({ sacrum: { bodies } }: Spine): { solid: Shape[]; holes: Shape[] } {
  const frame = bodies[0]!;
  const withFrame = (part: Solid): Shape => ({ frame, solid: part });
  const local = toLocal(bodies);
  const solid = [
    promontory(frame),
    ...bodies.slice(1).map((_, at) => below(local, bodies, at + 1)),
  ];
  for (const [at, { outMm, thickMm, backMm, upMm }] of wings.entries()) {
    const { widthMm, depthMm, heightMm } = bodies[at]!;
    const tip = local(at, [outMm, backMm, upMm]);
    const arm = bar(local(at, [widthMm * 0.3, 0, 0]), tip, [thickMm, thickMm * 0.95], [1, 1.45, 1]);
    solid.push(...both(arm));
    const next = wings[at + 1];
    if (!next) continue;
    const further = local(at + 1, [next.outMm, next.backMm, next.upMm]);
    solid.push(...both(bar(tip, further, [thickMm * 0.95, next.thickMm * 0.95], [1, 1.45, 1])));
    const roof = (index: number): Vector => {
      const { depthMm: deep, widthMm: wide } = bodies[index]!;
      return local(index, [wide * 0.2, deep / 2 + [16, 13, 10, 8, 5][index]!, 0]);
    };
    solid.push(...both(bar(roof(at), roof(at + 1), [4.4, 4], [0.8, 1.4, 1])));
    const spine = depthMm / 2 + [22, 18, 14, 11][at]!;
    solid.push(
      bar(
        local(at, [0, spine, heightMm * 0.2]),
        local(at, [0, spine + 1, -heightMm * 0.3]),
        [5, 4],
        [1.6, 1, 1],
      ),
    );
  }
  const joint = bar(
    [16.5, frame.depthMm / 2 + 8, frame.heightMm * 0.3],
    [20.5, frame.depthMm / 2 + 11, frame.heightMm / 2 + 8],
    [5.6, 4.8],
    [1.15, 0.9, 0.95],
  );
  solid.push(...both(joint));
  const holes = bodies.slice(0, 4).flatMap(({ widthMm, depthMm, heightMm }, at) => {
    const out = widthMm * 0.5 - 2 + at * 1.5;
    const low = -heightMm * 0.45;
    return both(
      bar(local(at, [out, -depthMm, low]), local(at, [out - 2, depthMm * 1.5, low + 2]), [
        4.6 - at * 0.5,
        4 - at * 0.4,
      ]),
    );
  });
  // What is left of the disc between the first two.
  const rest = local(0, [0, 1, -frame.heightMm / 2]);
  const disc = bar(rest, rest, [frame.depthMm * 0.28, frame.depthMm * 0.28], [0.8, 1, 7]);
  return { solid: solid.map(withFrame), holes: [...holes, disc].map(withFrame) };
}

const both = (solid: Solid) => [solid, mirrored(solid)];

function promontory({ widthMm, depthMm, heightMm }: Frames[number]): Solid {
  const heights = { anterior: heightMm, middle: heightMm, posterior: heightMm };
  const plain = { waist: 0.1, hollowMm: 1.5, notchMm: 2, roughMm: 0, phase: 0 };
  return body({ widthMm, depthMm, heightMm: heights, ...plain });
}

/** Each lower body runs into the one above. */
function below(local: ReturnType<typeof toLocal>, bodies: Frames, at: number): Solid {
  const { widthMm, depthMm, heightMm } = bodies[at]!;
  const above = bodies[at - 1]!;
  const wide = widthMm / depthMm;
  const from = local(at - 1, [0, 0, -above.heightMm * (at === 1 ? 0.3 : 0.1)]);
  const radius = (deep: number) => (deep / 2) * 1.05;
  return bar(
    from,
    local(at, [0, 0, -heightMm * 0.25]),
    [radius((above.depthMm + depthMm) / 2.1), radius(depthMm)],
    [1 / wide, 1, 1],
  );
}

/** Points given in the frame of one body, in the frame of the first. */
function toLocal(bodies: Frames) {
  const { centreMm, axes } = bodies[0]!;
  return (at: number, point: Vector): Vector => {
    const from = pointAt(bodies[at]!, point).map((value, axis) => value - centreMm[axis]!);
    const along = (axis: Vector) => from.reduce((sum, value, i) => sum + value * axis[i]!, 0);
    return [along(axes.left), along(axes.back), along(axes.up)];
  };
}
