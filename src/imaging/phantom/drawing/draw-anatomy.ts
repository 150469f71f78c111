import type { Grid } from '../../../contracts/imaging/index.ts';
import { nodeShape } from '../shapes/disc.ts';
import { ligaments } from '../shapes/ligaments.ts';
import { screws } from '../shapes/screws.ts';
import { drawTorso } from '../torso/draw-torso.ts';
import type { Spine } from '../truth/spine.ts';
import { type Canvas, farMm, newCanvas, tissue } from './canvas.ts';
import { type Bones, carve, drawBones } from './draw-bones.ts';
import { drawCanal } from './draw-canal.ts';
import { drawDiscs, drawTissue } from './draw-discs.ts';
import { drawMarks } from './draw-marks.ts';
import type { Shape } from './shape.ts';
import { visitShape } from './visit-shape.ts';

/** The whole anatomy on a grid, each thing over what was drawn before it. */
export function drawAnatomy(spine: Spine, grid: Grid, sharing = 1): Canvas {
  const canvas = newCanvas(grid);
  drawTorso(canvas, spine, sharing);
  const { flavum, longitudinal, fat, roots } = ligaments(spine);
  for (const shape of fat) drawTissue(canvas, shape, tissue.fat);
  drawCanal(canvas, spine);
  for (const shape of roots) drawTissue(canvas, shape, tissue.nerve);
  for (const shape of flavum) drawTissue(canvas, shape, tissue.flavum);
  drawBones(canvas, spine);
  for (const shape of longitudinal) drawTissue(canvas, shape, tissue.ligament);
  drawDiscs(canvas, spine);
  drawMarks(canvas, spine);
  for (const shape of screws(spine)) drawMetal(canvas, shape);
  return canvas;
}

/** What a radiograph sees fine: bones, and what has broken into them. */
export function drawSkeleton(bones: Bones, spine: Spine): void {
  drawBones(bones, spine);
  for (const node of spine.discs.map(nodeShape)) if (node) carve(bones, node, null);
}

/** What it sees as a veil. */
export function drawVeil(spine: Spine, grid: Grid): Canvas {
  const canvas = newCanvas(grid);
  drawTorso(canvas, spine);
  return canvas;
}

/** Lies in bone, and takes its place. */
function drawMetal(canvas: Canvas, shape: Shape): void {
  visitShape(canvas.grid, shape, index => {
    canvas.tissue[index] = tissue.metal;
    canvas.boneMm[index] = farMm;
  });
}
