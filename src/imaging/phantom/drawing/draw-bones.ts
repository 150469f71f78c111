import { pelvis } from '../shapes/pelvis.ts';
import { ribs } from '../shapes/ribs.ts';
import { sacrum } from '../shapes/sacrum.ts';
import { skull } from '../shapes/skull.ts';
import { vertebraShapes } from '../shapes/vertebra.ts';
import type { Spine } from '../truth/spine.ts';
import { type Canvas, strangers } from './canvas.ts';
import type { Shape } from './shape.ts';
import { visitShape } from './visit-shape.ts';

/** Parts of one bone flow into each other within this. */
const blendMm = 2.2;

export function drawBones(canvas: Canvas, spine: Spine): void {
  spine.vertebrae.forEach((vertebra, at) => {
    if (vertebra.level === 'S1') return;
    const { body, arch } = vertebraShapes(spine, vertebra);
    for (const shape of body ? [body, ...arch] : arch) drawBone(canvas, shape, at + 1);
  });
  const { solid, holes } = sacrum(spine);
  for (const shape of solid) drawBone(canvas, shape, strangers.sacrum);
  for (const shape of holes) carve(canvas, shape, strangers.sacrum);
  for (const shape of pelvis(spine)) drawBone(canvas, shape, strangers.pelvis);
  for (const shape of ribs(spine)) drawBone(canvas, shape, strangers.ribs);
  for (const shape of skull(spine)) drawBone(canvas, shape, strangers.skull);
}

function drawBone({ grid, boneMm, owner }: Canvas, shape: Shape, whose: number): void {
  visitShape(grid, shape, blendMm, (index, distanceMm) => {
    const was = boneMm[index]!;
    if (owner[index] !== whose) {
      if (distanceMm >= was) return;
      boneMm[index] = distanceMm;
      owner[index] = whose;
      return;
    }
    const gap = Math.abs(was - distanceMm);
    const least = was < distanceMm ? was : distanceMm;
    const near = blendMm - gap;
    boneMm[index] = near > 0 ? least - (near * near) / (4 * blendMm) : least;
  });
}

/** Takes a shape out of one bone. */
export function carve({ grid, boneMm, owner }: Canvas, shape: Shape, whose: number | null): void {
  visitShape(grid, shape, blendMm, (index, distanceMm) => {
    if (whose !== null && owner[index] !== whose) return;
    if (-distanceMm > boneMm[index]!) boneMm[index] = -distanceMm;
  });
}
