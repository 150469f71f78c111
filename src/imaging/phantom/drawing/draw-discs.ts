import { discShapes, nodeShape } from '../shapes/disc.ts';
import type { Spine } from '../truth/spine.ts';
import { type Canvas, tissue } from './canvas.ts';
import { carve } from './draw-bones.ts';
import type { Shape } from './shape.ts';
import { visitShape } from './visit-shape.ts';

/** After the bones and the canal: a herniation pushes into the canal. */
export function drawDiscs(canvas: Canvas, spine: Spine): void {
  for (const [at, disc] of spine.discs.entries()) {
    const { space, displaced } = discShapes(disc);
    const [a, b] = [disc.widthMm / 2, disc.depthMm / 2];
    visitShape(canvas.grid, space, 0, (index, _, left, back) => {
      const round = Math.min(1, Math.hypot(left / a, (back + b * 0.08) / b));
      fill(canvas, index, at, round * 255);
    });
    for (const shape of displaced) {
      visitShape(canvas.grid, shape, 0, index => fill(canvas, index, at, 150));
    }
    const node = nodeShape(disc);
    if (!node) continue;
    carve(canvas, node, null);
    visitShape(canvas.grid, node, 0, index => fill(canvas, index, at, 120));
  }
}

function fill(canvas: Canvas, index: number, disc: number, depth: number): void {
  canvas.tissue[index] = tissue.disc;
  canvas.disc[index] = disc + 1;
  canvas.depth[index] = depth;
}

/** Joins that hold what was drawn with one tissue. */
export function drawTissue(canvas: Canvas, shape: Shape, what: number, depth = 0): void {
  visitShape(canvas.grid, shape, 0, index => {
    canvas.tissue[index] = what;
    canvas.depth[index] = depth;
  });
}
