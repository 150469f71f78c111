import { pelvis } from '../shapes/pelvis.ts';
import { ribs } from '../shapes/ribs.ts';
import { sacrum } from '../shapes/sacrum.ts';
import { skull } from '../shapes/skull.ts';
import { vertebraShapes } from '../shapes/vertebra.ts';
import type { Spine } from '../truth/spine.ts';
import { type Canvas, marks, strangers } from './canvas.ts';
import type { Shape } from './shape.ts';
import { visitShape } from './visit-shape.ts';

/** Parts of one bone flow into each other within this. */
const blendMm = 2.2;
/** Half of what is left between two that touch. */
const jointMm = 0.8;

export function drawBones(canvas: Canvas, spine: Spine): void {
  spine.vertebrae.forEach((vertebra, at) => {
    if (vertebra.level === 'S1') return;
    const { body, arch } = vertebraShapes(spine, vertebra);
    if (body) drawBone(canvas, body, at + 1);
    for (const shape of arch) drawBone(canvas, shape, at + 1, marks.arch);
  });
  const { solid, holes } = sacrum(spine);
  for (const shape of solid) drawBone(canvas, shape, strangers.sacrum, marks.arch);
  for (const shape of holes) carve(canvas, shape, strangers.sacrum);
  for (const shape of pelvis(spine)) drawBone(canvas, shape, strangers.pelvis, marks.arch);
  for (const shape of ribs(spine)) drawBone(canvas, shape, strangers.ribs, marks.arch);
  for (const shape of skull(spine)) drawBone(canvas, shape, strangers.skull, marks.arch);
}

function drawBone(
  { grid, boneMm, owner, mark }: Canvas,
  shape: Shape,
  whose: number,
  part = 0,
): void {
  visitShape(grid, shape, blendMm, (index, distanceMm) => {
    const was = boneMm[index]!;
    const gap = was > distanceMm ? was - distanceMm : distanceMm - was;
    if (distanceMm < was) mark[index] = part;
    if (owner[index] === whose) {
      const least = was < distanceMm ? was : distanceMm;
      const near = blendMm - gap;
      boneMm[index] = near > 0 ? least - (near * near) / (4 * blendMm) : least;
      return;
    }
    // Bones that meet keep a joint between them, midway.
    const joint = jointMm - gap / 2;
    if (distanceMm < was) {
      boneMm[index] = distanceMm > joint ? distanceMm : joint;
      owner[index] = whose;
    } else if (was < joint) boneMm[index] = joint;
  });
}

/** Takes a shape out of one bone. */
export function carve({ grid, boneMm, owner }: Canvas, shape: Shape, whose: number | null): void {
  visitShape(grid, shape, blendMm, (index, distanceMm) => {
    if (whose !== null && owner[index] !== whose) return;
    if (-distanceMm > boneMm[index]!) boneMm[index] = -distanceMm;
  });
}
