import { discShapes, nodeShape } from '../shapes/disc.ts';
import type { Disc, Spine } from '../truth/spine.ts';
import { type Canvas, tissue } from './canvas.ts';
import { carve } from './draw-bones.ts';
import type { Shape } from './shape.ts';
import { visitLines, visitShape } from './visit-shape.ts';

/** After the bones and the canal: a herniation pushes into the canal. */
export function drawDiscs(canvas: Canvas, spine: Spine): void {
  for (const [at, disc] of spine.discs.entries()) {
    const { space, displaced } = discShapes(disc);
    const depthOf = nucleusDepth(disc);
    visitLines(canvas.grid, space, 0, (first, line, distancesMm) => {
      for (let step = 0; step < line.count; step++) {
        if (distancesMm[step]! >= 0) continue;
        const left = line.left + step * line.stepLeft;
        const back = line.back + step * line.stepBack;
        fill(canvas, first + step, at, depthOf(left, back, line.up + step * line.stepUp));
      }
    });
    for (const shape of displaced) {
      visitShape(canvas.grid, shape, index => fill(canvas, index, at, 150));
    }
    const node = nodeShape(disc);
    if (!node) continue;
    carve(canvas, node, null);
    visitShape(canvas.grid, node, index => fill(canvas, index, at, 120));
  }
}

/** How grey the cleft in a nucleus is, by Pfirrmann grade: it comes with age, and goes with the
 *  nucleus. */
const cleft = [0, 0.07, 0.12, 0.09, 0, 0];

/** From the middle of the nucleus, a lens with a cleft along it, to the edge of the ring. */
function nucleusDepth({ levels, widthMm, depthMm, heightMm, pfirrmann }: Disc) {
  const [a, b] = [widthMm / 2, depthMm / 2];
  const slope = (heightMm.posterior - heightMm.anterior) / depthMm;
  const hollowMm = levels[0].startsWith('C') ? 0.9 : 1.5;
  return (left: number, back: number, up: number): number => {
    const x = left / a;
    const y = back / b + 0.04;
    const across = x * x + y * y;
    const v = up / ((heightMm.middle + slope * back) / 2 + hollowMm);
    const v2 = v * v;
    const round = Math.sqrt(across + 0.4 * v2);
    const grey = v2 < 0.05 && across < 0.34 ? (1 - v2 / 0.05) * (1 - across / 0.34) : 0;
    return 255 * Math.min(1, Math.max(round, grey > 0 ? 0.54 + cleft[pfirrmann]! * grey : 0));
  };
}

function fill(canvas: Canvas, index: number, disc: number, depth: number): void {
  canvas.tissue[index] = tissue.disc;
  canvas.disc[index] = disc + 1;
  canvas.depth[index] = depth;
}

/** Joins that hold what was drawn with one tissue. */
export function drawTissue(canvas: Canvas, shape: Shape, what: number, depth = 0): void {
  visitShape(canvas.grid, shape, index => {
    canvas.tissue[index] = what;
    canvas.depth[index] = depth;
  });
}
