import type { Shape } from '../drawing/shape.ts';
import type { Disc } from '../truth/spine.ts';
import { bar, egg } from './bar.ts';
import { body } from './body.ts';

/** The disc itself, a little wider than its plates and into their hollows; bone drawn over it
 *  gives it its form. What is displaced comes as shapes of its own. */
export function discShapes(disc: Disc): { space: Shape; displaced: Shape[] } {
  const { axes, centreMm, widthMm, depthMm, heightMm, displacement } = disc;
  const frame = { centreMm, axes };
  const bulge = displacement?.kind === 'bulge' ? displacement.reachMm : 0;
  const over = 5;
  const space = body({
    widthMm: widthMm + 1.5 + bulge * 1.6,
    depthMm: depthMm + 1 + bulge * 1.8,
    heightMm: {
      anterior: heightMm.anterior + over,
      middle: heightMm.middle + over,
      posterior: heightMm.posterior + over,
    },
    waist: bulge > 0 ? -0.02 : 0,
    hollowMm: 0,
    notchMm: bulge > 0 ? 0 : 1.4,
    roughMm: 0,
    phase: 0,
  });
  return { space: { frame, solid: space }, displaced: displacedOf(disc) };
}

function displacedOf({ axes, centreMm, depthMm, heightMm, displacement, levels }: Disc): Shape[] {
  if (!displacement || displacement.kind === 'bulge') return [];
  const frame = { centreMm, axes };
  const { kind, reachMm, tipMm } = displacement;
  const from = tipMm.map((value, axis) => value - centreMm[axis]!);
  const left = from.reduce((sum, value, axis) => sum + value * axes.left[axis]!, 0);
  const back = depthMm / 2;
  const unit = levels[0].startsWith('C') ? 0.62 : 1;
  const high = Math.max(2.5, heightMm.posterior / 2);
  if (kind === 'protrusion') {
    const solid = egg([left, back - 1.5, 0], [8.5 * unit, reachMm + 1.5, high + 0.5]);
    return [{ frame, solid }];
  }
  // A narrow neck, and what has come out hangs down behind the lower body.
  const ball = egg(
    [left, back + reachMm * 0.5, -3.5 * unit],
    [6 * unit, reachMm * 0.52, high + 4 * unit],
  );
  const neck = bar(
    [left, back - 4, 0],
    [left, back + 2, -1],
    [2.6 * unit, 2.8 * unit],
    [0.7, 1, 1],
  );
  return [ball, neck].map(solid => ({ frame, solid }));
}

/** What has gone through a plate. */
export function nodeShape(disc: Disc): Shape | null {
  if (!disc.intravertebral) return null;
  const { depthMm, pointMm } = disc.intravertebral;
  const wide = depthMm * 0.85;
  const solid = egg([0, disc.depthMm * 0.05, 0], [wide, wide, depthMm * 0.75]);
  return { frame: { centreMm: pointMm, axes: disc.axes }, solid };
}
